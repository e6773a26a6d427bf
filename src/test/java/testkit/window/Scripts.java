package testkit.window;

/** Names and lines as they stand on invoices, one of each way of writing that lays itself out differently. */
public enum Scripts {
    /** From the right, letters joined. */
    ARABIC("شركة الأفق الجديد للتجارة العامة والمقاولات المحدودة"),
    /** From the right. */
    HEBREW("חברת האופק החדש למסחר כללי וקבלנות בעירבון מוגבל"),
    /** From the right, with letters of its own. */
    URDU("نئی افق ٹریڈنگ کمپنی پرائیویٹ لمیٹڈ، لاہور، پاکستان"),
    /** Both directions in one line. */
    MIXED("Acme Trading شركة الأفق (2026) 12,5% VAT חברה SO/0042 الجديد final"),
    /** From the right, with other spaces than the usual one, and some at the end. */
    SPACES("شركة   الأفق \u00a0 الجديد\u2003للتجارة\u202fالعامة   "),
    /** One word without an end. */
    ONE_WORD("الأفقالجديدللتجارةالعامةوالمقاولاتالمحدودةوالاستيرادوالتصدير"),
    /** Characters of several code points. */
    EMOJI("Party 🎉🎉 👨‍👩‍👧‍👦 family 🇩🇪🇫🇷 flags 👍🏽 done ❤️"),
    /** No spaces between words, marks above and below. */
    THAI("บริษัทขอบฟ้าใหม่การค้าทั่วไปจำกัด (มหาชน) สำนักงานใหญ่กรุงเทพมหานคร"),
    /** No spaces at all. */
    JAPANESE("株式会社新地平総合商社 東京都千代田区丸の内一丁目 請求書番号"),
    /** What no text should hold: half characters, controls, turns of direction, lines of its own. */
    BROKEN("a\ud800b \udc00 c \u0000 \u0085 x\u2028y\tz\u000b \u202eشركة abc\u202c \u200f \u061c חברה\r\nend"),
    /** What most are. */
    LATIN("Nordlys Design AB, Västra Hamngatan 12, 411 17 Göteborg, Sverige");

    private final String text;

    Scripts(String text) {
        this.text = text;
    }

    /** The text. */
    public String text() {
        return text;
    }
}
