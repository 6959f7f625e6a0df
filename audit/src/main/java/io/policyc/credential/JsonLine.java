package io.policyc.credential;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import java.util.Optional;

/** In which line JSON cannot be read; what is nested too deep or too long is refused without a place. */
final class JsonLine {
    private JsonLine() {}

    static int of(JacksonException refusal) {
        return Optional.ofNullable(refusal.getLocation())
                .map(JsonLocation::getLineNr)
                .filter(line -> line > 0)
                .orElse(1);
    }
}
