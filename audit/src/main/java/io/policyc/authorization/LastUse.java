package io.policyc.authorization;

import java.time.Instant;
import java.util.Optional;

/** When something was last used, as far as AWS tells. */
public sealed interface LastUse {
    /**
     * It was used.
     *
     * @param service as the source writes it, such as {@code s3}; empty if it does not say
     * @param region empty if the source does not say, or the service has none
     */
    record Used(Instant date, Optional<String> service, Optional<String> region) implements LastUse {}

    /** AWS says that there was no use, as far back as it keeps record. */
    record Never() implements LastUse {}

    /** The source does not say. */
    record Unknown() implements LastUse {}
}
