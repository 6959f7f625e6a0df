package io.policyc.comparison;

import java.util.Optional;

/** There is no answer, and not because of the policies: who runs the command can do something about it. */
public final class ServiceFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Optional<String> help;

    /**
     * Says why.
     *
     * @param message one line without a secret
     * @param help what to do
     */
    public ServiceFailure(Kind kind, String message, String help) {
        super(message);
        this.kind = kind;
        this.help = Optional.of(help);
    }

    /** Why there is no answer. */
    public enum Kind {
        /** There are none, or they cannot be used. */
        CREDENTIALS,
        /** The credentials may not call the operation. */
        NOT_ALLOWED,
        /** Still too many calls after all retries. */
        THROTTLED,
        /** No answer in time. */
        TIMED_OUT,
        /** No connection, or one that was cut. */
        UNREACHABLE,
        /** The service refused the call as malformed. */
        INVALID_CALL,
        /** The service failed, or answered something that is no answer. */
        SERVICE,
        /** A recording does not have the call. */
        NOT_RECORDED
    }

    public Kind kind() {
        return kind;
    }

    /** What to do about it. */
    public Optional<String> help() {
        return help;
    }
}
