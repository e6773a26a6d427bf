package app.loupe.odoo;

/** Asks the version over the web, where JSON-RPC is gone. */
final class WebVersionDialect implements Dialect {
    private static final ErrorClassifier OPEN = new ErrorClassifier(false, false);

    @Override
    public String name() {
        return "web";
    }

    @Override
    public WireMessage write(OdooRequest request) {
        return new Json2Dialect("", OPEN).write(request);
    }

    @Override
    public Verdict read(RawAnswer answer) {
        return answer.status() == 200 && answer.isJson()
                ? new Verdict.Answered(answer.json())
                : OPEN.ofUnexpected(answer);
    }
}
