package app.loupe.domain;

/** What a key holder answered when asked for the master keyset. "Not there" and "could not look" are never one answer. */
public sealed interface KeyState {
    /** The keyset; whoever asked closes it. */
    record Present(Secret keyset) implements KeyState {}

    /** The holder is open and has no entry of this installation. */
    record Absent() implements KeyState {}

    /** The holder is there and locked. */
    record Locked() implements KeyState {}

    /** The owner or the system refused access. */
    record Denied() implements KeyState {}

    /** There is no such holder in this session; why, in words for the log. */
    record Unavailable(String why) implements KeyState {}

    /** The holder is there and did not answer within its limit: neither "absent" nor "locked" can be said. */
    record Slow() implements KeyState {}

    /** There is an entry that cannot be read as a keyset; why, in words for the log. */
    record Unreadable(String why) implements KeyState {}
}
