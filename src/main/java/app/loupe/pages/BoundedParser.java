package app.loupe.pages;

import java.io.IOException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;

/**
 * Reads a file part by part as it is asked for, and refuses a part that would not fit into memory before the library unpacks
 * it, as {@link FilterBounds} has it; of an encrypted file, once it is decrypted.
 */
final class BoundedParser extends PDFParser {
    private final FilterBounds bounds;

    /** Of a file that has no password, or an empty one. */
    BoundedParser(byte[] pdf, FilterBounds bounds) throws IOException {
        super(new RandomAccessReadBuffer(pdf), "", null, null, IOUtils.createMemoryOnlyStreamCache());
        this.bounds = bounds;
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary head) throws IOException {
        COSStream part = super.parseCOSStream(head);
        if (securityHandler == null) {
            bounds.demandBearableInPlain(part);
        }
        return part;
    }

    @Override
    protected synchronized COSBase parseObjectDynamically(COSObjectKey key, boolean required) throws IOException {
        COSBase object = super.parseObjectDynamically(key, required);
        if (securityHandler != null && object instanceof COSStream part) {
            bounds.demandBearable(part);
        }
        return object;
    }
}
