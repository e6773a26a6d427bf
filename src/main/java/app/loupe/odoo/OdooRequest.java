package app.loupe.odoo;

import app.loupe.domain.RecordKind;
import java.util.List;

/**
 * Everything that Loupe can ever ask an Odoo: a closed set. Models come from {@link RecordKind}, conditions from
 * {@link Criteria}, fields from {@link FieldMap}; nothing here takes the name of a model or a method.
 */
sealed interface OdooRequest {
    /** Odoo's method name, for the request log. */
    String method();

    /** Odoo's model, for the request log; empty when there is none. */
    default String model() {
        return "";
    }

    /** Asks the version over JSON-RPC: every Odoo up to 21 answers and keeps no trace. */
    record Version() implements OdooRequest {
        @Override
        public String method() {
            return "version";
        }
    }

    /** Asks the version over the web: works from 19 on, and is the only way once JSON-RPC is gone. */
    record WebVersion() implements OdooRequest {
        @Override
        public String method() {
            return "version";
        }
    }

    /**
     * Asks which databases there are; many servers keep that to themselves. Only a probe asks, while a connection is made
     * or examined: Odoo 14 leaves a session file for it, the only trace beside that of signing in.
     */
    record DatabaseList() implements OdooRequest {
        @Override
        public String method() {
            return "list";
        }
    }

    /** Signs in over JSON-RPC, once per session: Odoo notes the time as "last login". */
    record Authenticate(String database, String username) implements OdooRequest {
        @Override
        public String method() {
            return "authenticate";
        }
    }

    /** Reads the records that meet the conditions, ids ascending. */
    record SearchRead(RecordKind kind, Criteria criteria, List<String> fields, int limit, References references)
            implements
                OdooRequest {
        public SearchRead {
            fields = nonEmpty(fields);
        }

        /** The same with other fields, and references in another way. */
        SearchRead with(List<String> others, References way) {
            return new SearchRead(kind, criteria, others, limit, way);
        }

        @Override
        public String method() {
            return "search_read";
        }

        @Override
        public String model() {
            return kind.model();
        }
    }

    /** Reads records by id: absent ones are left out, one forbidden one fails the call. */
    record Read(RecordKind kind, List<Long> ids, List<String> fields, References references) implements OdooRequest {
        public Read {
            ids = List.copyOf(ids);
            fields = nonEmpty(fields);
        }

        @Override
        public String method() {
            return "read";
        }

        @Override
        public String model() {
            return kind.model();
        }
    }

    private static List<String> nonEmpty(List<String> fields) {
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("without fields Odoo returns all of them");
        }
        return List.copyOf(fields);
    }
}
