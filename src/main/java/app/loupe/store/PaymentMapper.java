package app.loupe.store;

import app.loupe.domain.Payment;

/** Maps a payment to its row and back. */
final class PaymentMapper {
    private PaymentMapper() {}

    static PaymentEntity row(String connection, long invoice, int position, Payment payment,
            ContentHash hash) {
        var row = new PaymentEntity();
        row.connectionId = connection;
        row.invoiceId = invoice;
        row.position = position;
        row.rowHash = hash.summand();
        row.paymentDate = payment.date();
        row.amount = payment.amount();
        row.label = payment.label();
        row.reference = payment.reference();
        row.moveId = payment.moveId();
        row.exchangeDifference = payment.exchangeDifference();
        return row;
    }

    static Payment payment(PaymentEntity row, String currency, Decimals decimals) {
        return new Payment(row.paymentDate, decimals.amount(row.amount, currency), row.label, row.reference,
                row.moveId, row.exchangeDifference);
    }
}
