package app.loupe.pages;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a file says is packed when it would not fit into memory, whatever filters it is packed with: what {@link
 * StreamBounds} cannot see in the file, because it is encrypted, behind another filter, or a picture in a line of a page.
 * Unpacks it for that by the library's own filters, and keeps only what one filter hands to the next. A filter of pictures
 * ends it: those are bounded by their pixels. For one thread at a time.
 */
final class FilterBounds {
    /** Bytes that one filter hands to the next: they are kept. No file that is shown is as large. */
    private static final int MOST_BETWEEN = 64 << 20;
    private static final Set<COSName> PICTURES = Set.of(COSName.DCT_DECODE, COSName.DCT_DECODE_ABBREVIATION,
            COSName.JPX_DECODE, COSName.JBIG2_DECODE, COSName.CCITTFAX_DECODE, COSName.CCITTFAX_DECODE_ABBREVIATION);

    private long all;

    /**
     * Of a part of the file.
     *
     * @throws UncheckedIOException when it would be too large: what is checked the library only notes, and goes on
     */
    void demandBearable(COSStream part) throws IOException {
        List<COSName> filters = names(part.getFilters());
        if (!filters.isEmpty()) {
            try (InputStream raw = part.createRawInputStream()) {
                all += size(raw, part, filters);
            }
            if (all > StreamBounds.MOST_IN_ALL) {
                throw tooLarge();
            }
        }
    }

    /** The same of a part that is not encrypted: how much comes out of what is packed by one rule alone {@link StreamBounds} has seen. */
    void demandBearableInPlain(COSStream part) throws IOException {
        List<COSName> filters = names(part.getFilters());
        if (filters.size() > StreamBounds.MOST_LAYERS || !StreamBounds.SEEN.containsAll(filters)) {
            demandBearable(part);
        }
    }

    /** Of a picture among the orders of a page, which may be drawn many times; the same. */
    void demandBearable(Operator order) {
        byte[] picture = order.getImageData();
        COSDictionary head = order.getImageParameters();
        if (picture != null && head != null) {
            size(new ByteArrayInputStream(picture), head, names(head.getDictionaryObject(COSName.F, COSName.FILTER)));
        }
    }

    /** How much comes out, of all filters together. */
    private static long size(InputStream packed, COSDictionary head, List<COSName> filters) {
        long size = 0;
        try {
            InputStream from = packed;
            for (int i = 0; i < filters.size() && !PICTURES.contains(filters.get(i)); i++) {
                boolean last = i == filters.size() - 1;
                var kept = new ByteArrayOutputStream();
                var counted = new Counted(last ? OutputStream.nullOutputStream() : kept,
                        last ? StreamBounds.MOST : MOST_BETWEEN);
                FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(from, counted, head, i);
                size += counted.count;
                from = new ByteArrayInputStream(kept.toByteArray());
            }
        } catch (IOException damaged) {
            // the library meets the same where it needs the part, and says so
            return size;
        }
        return size;
    }

    private static UncheckedIOException tooLarge() {
        return new UncheckedIOException(new IOException("a part too large to unpack"));
    }

    private static List<COSName> names(@Nullable COSBase filters) {
        return switch (filters) {
            case COSName one -> List.of(one);
            case COSArray several -> IntStream.range(0, several.size()).mapToObj(several::getObject)
                    .filter(COSName.class::isInstance).map(COSName.class::cast).toList();
            case null, default -> List.of();
        };
    }

    /** Hands on what comes, and ends with what is too much of it. */
    private static final class Counted extends OutputStream {
        private final OutputStream to;
        private final long most;
        private long count;

        Counted(OutputStream to, long most) {
            this.to = to;
            this.most = most;
        }

        @Override
        public void write(int one) throws IOException {
            add(1);
            to.write(one);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            add(length);
            to.write(bytes, offset, length);
        }

        private void add(int length) {
            count += length;
            if (count > most) {
                throw tooLarge();
            }
        }
    }
}
