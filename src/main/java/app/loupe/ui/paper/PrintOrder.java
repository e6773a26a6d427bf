package app.loupe.ui.paper;

/**
 * What is to be printed, and where.
 *
 * @param first the first page, from 1 on
 * @param last the last one, which is printed, too
 */
record PrintOrder(PagePrinter.Device device, int first, int last, int copies) {}
