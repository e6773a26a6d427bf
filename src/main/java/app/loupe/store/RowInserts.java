package app.loupe.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.AttributeMappingsList;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Inserts many rows of one entity, as Hibernate maps them, each for the user of the session. Hibernate's own way, which
 * looks up the place of every value row by row, costs more than the work of the database.
 */
final class RowInserts {
    private static final int BATCH_ROWS = 500;
    /** The field that {@link OwnedEntity} leaves to the session. */
    private static final String TENANT = "userId";

    private final SharedSessionContractImplementor session;
    private final String table;
    private final List<Column> columns = new ArrayList<>();

    /** A column, and how to get its value from a row. */
    private record Column(String name, JdbcMapping mapping, Function<Object, @Nullable Object> value) {}

    private RowInserts(SharedSessionContractImplementor session, EntityPersister entity) {
        this.session = session;
        this.table = entity.getIdentifierTableName();
        // the parts of a key are fields of the row, and among these
        addAll(entity.getAttributeMappings());
    }

    private void addAll(AttributeMappingsList attributes) {
        attributes.forEach(attribute -> {
            switch (attribute) {
                case BasicValuedModelPart one -> columns.add(new Column(one.getSelectionExpression(),
                        one.getJdbcMapping(), value(attribute)));
                case EmbeddableValuedModelPart several -> several.getEmbeddableTypeDescriptor().getAttributeMappings()
                        .forEach(part -> addPart(attribute, part));
                default -> throw new IllegalArgumentException(attribute.getAttributeName());
            }
        });
    }

    private Function<Object, @Nullable Object> value(AttributeMapping attribute) {
        return attribute.getAttributeName().equals(TENANT)
                ? row -> session.getTenantIdentifierValue()
                : attribute::getValue;
    }

    private void addPart(AttributeMapping whole, AttributeMapping part) {
        if (!(part instanceof BasicValuedModelPart one)) {
            throw new IllegalArgumentException(part.getAttributeName());
        }
        columns.add(new Column(one.getSelectionExpression(), one.getJdbcMapping(), row -> {
            Object value = whole.getValue(row);
            return value == null ? null : part.getValue(value);
        }));
    }

    /** Inserts them; all are of one entity, and there is at least one. */
    static void insert(StatelessSession session, List<? extends OwnedEntity> rows) {
        SharedSessionContractImplementor own = (SharedSessionContractImplementor) session;
        var inserts = new RowInserts(own, own.getEntityPersister(null, rows.getFirst()));
        session.doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(inserts.inspected())) {
                for (int i = 0; i < rows.size(); i++) {
                    inserts.bind(statement, rows.get(i));
                    statement.addBatch();
                    if ((i + 1) % BATCH_ROWS == 0 || i + 1 == rows.size()) {
                        statement.executeBatch();
                    }
                }
            }
        });
    }

    /** The statement, shown to the inspector as Hibernate's own are. */
    private String inspected() {
        return session.getJdbcSessionContext().getStatementInspector().inspect(sql());
    }

    private String sql() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", ", "insert into " + table + " (",
                ") values (?" + ", ?".repeat(columns.size() - 1) + ")"));
    }

    @SuppressWarnings("unchecked")
    private void bind(PreparedStatement statement, OwnedEntity row) throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            Object value = column.mapping.convertToRelationalValue(column.value.apply(row));
            column.mapping.getJdbcValueBinder().bind(statement, value, i + 1, session);
        }
    }
}
