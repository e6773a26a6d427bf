package app.loupe.app;

import app.loupe.domain.SecurityCheck;
import app.loupe.domain.SecurityCheck.Outcome;
import app.loupe.domain.SecurityCheck.Promise;
import app.loupe.domain.ServerCall;
import app.loupe.domain.SyncJournal.CallTotals;
import app.loupe.text.Texts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks the log of requests: whether every call only read, and went to its host over TLS. */
record RequestCheck(CallTotals totals, CheckText text) {
    private static final Set<String> GOOD_TLS = Set.of("TLSv1.2", "TLSv1.3");
    /** So many good servers are named; the technical lines have all. */
    private static final int NAMED = 5;

    /** What was called, under the name of the totals, and how often. */
    private record Call(String name, ServerCall to, long times) {}

    SecurityCheck onlyRead() {
        List<Call> others = calls(ServerCall::isWriting);
        List<Call> reading = calls(ServerCall::isReading);
        List<String> detail = lines(totals.callsByMethod());
        if (!others.isEmpty()) {
            return new SecurityCheck(Promise.ONLY_READ, Outcome.FAIL, List.of(listed(others, Call::name),
                    times(others)), detail);
        }
        if (reading.isEmpty()) {
            return new SecurityCheck(Promise.ONLY_READ, Outcome.NOT_YET, List.of(), detail);
        }
        long models = reading.stream().map(call -> call.to().model()).distinct().count();
        return new SecurityCheck(Promise.ONLY_READ, Outcome.PASS,
                List.of(listed(reading, call -> call.to().method()), text.number(models), times(reading),
                        times(calls(ServerCall::isGreeting))),
                detail);
    }

    private List<Call> calls(Predicate<ServerCall> which) {
        return totals.callsByMethod().entrySet().stream()
                .map(entry -> new Call(entry.getKey(), ServerCall.of(entry.getKey()), entry.getValue()))
                .filter(call -> which.test(call.to())).toList();
    }

    private static String listed(List<Call> calls, Function<Call, String> name) {
        return calls.stream().map(name).distinct().sorted().collect(Collectors.joining(", "));
    }

    private String times(List<Call> calls) {
        return text.number(calls.stream().mapToLong(Call::times).sum());
    }

    SecurityCheck onlyTls() {
        var hosts = new TreeMap<>(totals.tlsByHost());
        // no protocol: no connection came about and nothing was sent
        hosts.values().removeIf(String::isBlank);
        List<String> detail = lines(totals.tlsByHost());
        if (hosts.isEmpty()) {
            return new SecurityCheck(Promise.ONLY_TLS, Outcome.NOT_YET, List.of(), detail);
        }
        List<String> weak = hosts.entrySet().stream().filter(host -> !isGood(host.getValue())).map(Map.Entry::getKey)
                .toList();
        if (!weak.isEmpty()) {
            return new SecurityCheck(Promise.ONLY_TLS, Outcome.FAIL, List.of(String.join(", ", weak)), detail);
        }
        String named = hosts.entrySet().stream().limit(NAMED)
                .map(host -> host.getKey() + " " + Texts.tls(host.getValue()))
                .collect(Collectors.joining(" \u00b7 "));
        return new SecurityCheck(Promise.ONLY_TLS, Outcome.PASS, List.of(text.andMore(named, hosts.size() - NAMED)),
                detail);
    }

    private static boolean isGood(String protocols) {
        return Stream.of(protocols.split("[, ]+")).allMatch(GOOD_TLS::contains);
    }

    private static List<String> lines(Map<String, ?> values) {
        return new TreeMap<>(values).entrySet().stream().map(entry -> entry.getKey() + " " + entry.getValue()).toList();
    }
}
