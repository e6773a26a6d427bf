package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.loupe.domain.ProblemException;
import app.loupe.domain.Ref;
import app.loupe.domain.UserId;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that are inserted past Hibernate are what it would have inserted itself. */
class RowInsertsIT {
    private static final UserId ANNA = new UserId("anna");
    /** More than are sent to the database at once. */
    private static final int MANY = 501;

    @TempDir
    private Path folder;

    private OpenStore owner;
    private SessionFactory factory;
    private StoreSession session;

    @BeforeEach
    void open() throws ProblemException {
        owner = new OpenStore(folder);
        var file = new H2File(FileProtection.of(folder), folder.resolve("invoices.mv.db"), OpenStore.key((byte) 7));
        factory = EntityMapping.begin(StoredTable.entities()).on(file, sql -> sql);
        session = new StoreSession(file, ANNA, factory);
    }

    @AfterEach
    void close() throws ProblemException {
        factory.close();
        owner.close();
    }

    static List<Class<?>> counted() {
        return StoredTable.entities().stream().filter(CountedEntity.class::isAssignableFrom).toList();
    }

    @ParameterizedTest
    @MethodSource("counted")
    void eachColumnHasWhatHibernateWouldPutThere(Class<? extends CountedEntity> entity) throws Exception {
        List<CountedEntity> rows = rows(entity, 40);

        List<List<Object>> own = written(entity, s -> RowInserts.insert(s, rows));
        List<List<Object>> hibernates = written(entity, s -> rows.forEach(s::insert));

        assertThat(own).hasSize(40).isEqualTo(hibernates);
        assertThat(own).allSatisfy(row -> assertThat(row).contains("anna"));
    }

    @Test
    void thoseThatAreMoreThanABatchAllCome() throws Exception {
        List<CountedEntity> rows = rows(PaymentEntity.class, MANY);

        assertThat(written(PaymentEntity.class, s -> RowInserts.insert(s, rows))).hasSize(MANY);
    }

    @Test
    void aRowThatIsThereAlreadyLeavesNoneOfThem() throws Exception {
        List<CountedEntity> rows = rows(PaymentEntity.class, 3);

        assertThatThrownBy(() -> session.write(s -> {
            RowInserts.insert(s, rows);
            RowInserts.insert(s, rows.subList(1, 2));
            return true;
        })).isInstanceOf(ProblemException.class);

        assertThat(session.<List<List<Object>>>read(s -> all(s, PaymentEntity.class))).isEmpty();
    }

    /** Writes them, gives all columns as the database has them, and takes them away again. */
    private List<List<Object>> written(Class<?> entity, Consumer<StatelessSession> how)
            throws ProblemException {
        return session.write(s -> {
            how.accept(s);
            List<List<Object>> found = all(s, entity);
            s.createMutationQuery("delete from " + entity.getSimpleName()).executeUpdate();
            return found;
        });
    }

    private static List<List<Object>> all(StatelessSession s, Class<?> entity) {
        String table = entity.getAnnotation(Table.class).name();
        return s.doReturningWork(connection -> {
            var rows = new ArrayList<List<Object>>();
            try (var statement = connection.createStatement();
                    var result = statement.executeQuery("select * from " + table + " order by _rowid_")) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    var row = new ArrayList<Object>();
                    for (int i = 1; i <= columns; i++) {
                        byte[] bytes = "BINARY VARYING".equals(result.getMetaData().getColumnTypeName(i))
                                || "BINARY LARGE OBJECT".equals(result.getMetaData().getColumnTypeName(i))
                                        ? result.getBytes(i)
                                        : null;
                        row.add(bytes == null ? String.valueOf(result.getObject(i)) : Arrays.toString(bytes));
                    }
                    rows.add(row);
                }
            }
            return rows;
        });
    }

    private static List<CountedEntity> rows(Class<? extends CountedEntity> entity, int many) {
        var random = new Random(20_261_128);
        return IntStream.range(0, many).<CountedEntity>mapToObj(i -> {
            try {
                CountedEntity row = entity.getDeclaredConstructor().newInstance();
                for (Class<?> at = entity; at != OwnedEntity.class; at = at.getSuperclass()) {
                    for (Field field : at.getDeclaredFields()) {
                        if (!Modifier.isStatic(field.getModifiers())) {
                            field.setAccessible(true);
                            field.set(row, value(field, i, random));
                        }
                    }
                }
                return row;
            } catch (ReflectiveOperationException unlike) {
                throw new LinkageError(unlike.getMessage(), unlike);
            }
        }).toList();
    }

    /** Any value of its type; none, now and then, where none may be; the parts of a key are never the same. */
    private static @Nullable Object value(Field field, int row, Random random) throws ReflectiveOperationException {
        Class<?> type = field.getType();
        if (field.getAnnotatedType().isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0) {
            return null;
        }
        if (type == String.class) {
            return "connectionId".equals(field.getName()) ? "aaaaaaaa" : List.of("", "é ß 中", "A").get(row % 3);
        } else if (type == long.class || type == Long.class) {
            return field.getName().matches("id|invoiceId") ? 1_000L + row : random.nextLong();
        } else if (type == int.class) {
            return random.nextInt();
        } else if (type == boolean.class) {
            return random.nextBoolean();
        } else if (type == BigDecimal.class) {
            return BigDecimal.valueOf(random.nextInt(), random.nextInt(4));
        } else if (type == LocalDate.class) {
            return LocalDate.of(2026, 1, 1).minusDays(random.nextInt(20_000));
        } else if (type == Instant.class) {
            return Instant.ofEpochSecond(random.nextInt(2_000_000_000));
        } else if (type == byte[].class) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            return bytes;
        } else if (type == RefValue.class) {
            return RefValue.of(new Ref(row + 1L, "Ref"));
        }
        throw new AssertionError("no value is known of " + type);
    }
}
