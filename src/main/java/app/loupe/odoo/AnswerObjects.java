package app.loupe.odoo;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes the objects of one answer. Thousands of records with the same fields share one list of field names, so each takes
 * one reference per field, a tenth of what its own map would take. For one thread.
 */
final class AnswerObjects extends JsonNodeFactory {
    private static final long serialVersionUID = 1L;
    /**
     * The most fields that objects share; further fields of an odd answer are kept apart, so that searching the list
     * stays cheap.
     */
    static final int MOST_SHARED = 64;
    private static final int FEW = 4;

    private final transient Shape nothing = new Shape(null, null);

    @Override
    public ObjectNode objectNode() {
        return new ObjectNode(this, new Fields(nothing));
    }

    /** The names of an object's fields in their order, as a chain; objects with the same fields share it. */
    private static final class Shape {
        private final @Nullable String name;
        private final @Nullable Shape before;
        private final int size;
        private @Nullable Shape next;
        private @Nullable Map<String, Integer> places;
        /** For how many values objects with this beginning have room. */
        private int room = FEW;

        Shape(@Nullable String name, @Nullable Shape before) {
            this.name = name;
            this.before = before;
            size = before == null ? 0 : before.size + 1;
        }

        /** This shape and one more name, which it must not have yet. */
        Shape with(String more) {
            var longer = new Shape(more, this);
            next = longer;
            return longer;
        }

        boolean isLastly(String last) {
            return last.equals(name);
        }

        /** The position of a name, -1 without it. Searched without an index, because a shape may never be asked again. */
        int find(String wanted) {
            for (Shape one = this; one != null; one = one.before) {
                if (one.isLastly(wanted)) {
                    return one.size - 1;
                }
            }
            return -1;
        }

        @Nullable
        Integer place(@Nullable Object wanted) {
            Map<String, Integer> all = places;
            if (all == null) {
                all = new HashMap<>();
                for (Shape one = this; one != null && one.name != null; one = one.before) {
                    all.put(one.name, one.size - 1);
                }
                places = all;
            }
            return all.get(wanted);
        }

        String[] names() {
            var names = new String[size];
            for (Shape one = this; one != null && one.name != null; one = one.before) {
                names[one.size - 1] = one.name;
            }
            return names;
        }
    }

    /** The fields of one object, in their order; none is ever taken away. */
    private static final class Fields extends AbstractMap<String, JsonNode> {
        private static final JsonNode[] NONE = {};

        private Shape shape;
        private JsonNode[] values = NONE;
        private @Nullable Map<String, JsonNode> others;

        Fields(Shape nothing) {
            shape = nothing;
        }

        @Override
        public @Nullable JsonNode put(String name, JsonNode value) {
            Shape longer = shape.next;
            if (longer == null || !longer.isLastly(name)) {
                int known = shape.find(name);
                if (known >= 0) {
                    JsonNode before = values[known];
                    values[known] = value;
                    return before;
                }
                if (shape.size == MOST_SHARED) {
                    others = others == null ? new LinkedHashMap<>() : others;
                    return others.put(name, value);
                }
                longer = shape.with(name);
            }
            add(longer, value);
            return null;
        }

        private void add(Shape longer, JsonNode value) {
            if (longer.size == 1) {
                values = new JsonNode[longer.room];
            } else if (longer.size > values.length) {
                values = Arrays.copyOf(values, values.length * 2);
                Shape first = longer;
                while (first.size > 1) {
                    first = Objects.requireNonNull(first.before);
                }
                first.room = values.length;
            }
            values[longer.size - 1] = value;
            shape = longer;
        }

        @Override
        public @Nullable JsonNode get(@Nullable Object name) {
            Integer place = shape.place(name);
            if (place != null) {
                return values[place];
            }
            return others == null ? null : others.get(name);
        }

        @Override
        public boolean containsKey(@Nullable Object name) {
            return get(name) != null;
        }

        @Override
        public int size() {
            return shape.size + (others == null ? 0 : others.size());
        }

        @Override
        public Set<Entry<String, JsonNode>> entrySet() {
            var all = new LinkedHashMap<String, JsonNode>();
            String[] names = shape.names();
            for (int i = 0; i < names.length; i++) {
                all.put(names[i], values[i]);
            }
            if (others != null) {
                all.putAll(others);
            }
            return all.entrySet();
        }
    }
}
