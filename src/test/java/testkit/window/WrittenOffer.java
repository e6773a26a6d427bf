package testkit.window;

import app.loupe.domain.ProblemException;
import app.loupe.export.ExportForm;
import app.loupe.export.Steps;
import app.loupe.export.Takeaway;
import app.loupe.ui.common.ExportOffer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;

/** What the first thing of an offer says as a spreadsheet. */
public final class WrittenOffer {
    private final List<List<String>> sheets = new ArrayList<>();

    /** Writes it into the folder, and reads it. */
    public WrittenOffer(ExportOffer offer, Path folder) throws IOException, ProblemException {
        Path file = folder.resolve("offer.xlsx");
        offer.parts().getFirst().takeaway().write(new Takeaway.Place(ExportForm.XLSX, file, true, null),
                Steps.unwatched());
        try (var workbook = new ReadableWorkbook(file.toFile())) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                sheets.add(sheet.read().stream().map(row -> String.join(" | ", row.stream()
                        .map(cell -> cell == null || cell.getText() == null ? "" : cell.getText()).toList())).toList());
            }
        }
    }

    /** Its rows, with the heads before them and the totals behind. */
    public List<String> rows() {
        return sheets.getFirst();
    }

    /** The lines that say what it is. */
    public List<String> about() {
        return sheets.getLast();
    }
}
