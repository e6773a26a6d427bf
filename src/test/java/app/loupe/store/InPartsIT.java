package app.loupe.store;

import static org.assertj.core.api.Assertions.assertThat;

import app.loupe.domain.ProblemException;
import app.loupe.domain.UserId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read a part at a time is what is read at once. */
class InPartsIT {
    /** How many rows each id has; the ids of the second connection lie between. */
    private static final List<Integer> OF_EACH = List.of(1, 1, 3, 2, 7, 1, 2, 1);

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
        session = new StoreSession(file, new UserId("anna"), factory);
    }

    @AfterEach
    void close() throws ProblemException {
        factory.close();
        owner.close();
    }

    private void fill() throws ProblemException {
        session.write(s -> {
            for (String connection : List.of("aaaaaaaa", "bbbbbbbb")) {
                for (int id = 0; id < OF_EACH.size(); id++) {
                    for (int part = 0; part < OF_EACH.get(id); part++) {
                        var row = new ColumnSegmentEntity();
                        row.connectionId = connection;
                        row.kind = "LIST";
                        row.firstId = id - 3L;
                        row.part = part;
                        row.document = new byte[0];
                        s.insert(row);
                    }
                }
            }
            return true;
        });
    }

    private List<String> read(int most) throws ProblemException {
        return session.read(s -> {
            var found = new ArrayList<String>();
            InParts.each("c.firstId", row -> row.firstId,
                    next -> s.createSelectionQuery("from ColumnSegmentEntity c where c.connectionId = :c" + next,
                            ColumnSegmentEntity.class).setParameter("c", "aaaaaaaa"),
                    most, row -> found.add(row.firstId + "/" + row.part));
            return found;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 7, 8, 17, 18, 19, 100})
    void everyRowComesOnceAndThoseOfOneIdTogether(int most) throws ProblemException {
        fill();
        List<String> ids = new ArrayList<>();
        for (int id = 0; id < OF_EACH.size(); id++) {
            for (int part = 0; part < OF_EACH.get(id); part++) {
                ids.add(String.valueOf(id - 3));
            }
        }

        List<String> found = read(most);

        assertThat(found).doesNotHaveDuplicates();
        assertThat(found).extracting(row -> row.substring(0, row.indexOf('/'))).isEqualTo(ids);
    }

    @Test
    void nothingIsGivenOfNothing() throws ProblemException {
        assertThat(read(2)).isEmpty();
    }
}
