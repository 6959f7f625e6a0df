package io.policyc.expectation;

import io.policyc.source.SourceSpan;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** One case as a test of its own, for a runner of tests such as JUnit, which is not needed here. */
public final class NamedTest {
    private final ExpectationCase test;
    private final Supplier<CaseResult> result;

    NamedTest(ExpectationCase test, Supplier<CaseResult> result) {
        this.test = test;
        this.result = result;
    }

    /** The name of the test with the values of its matrix; rows with the same values have the same name. */
    public String displayName() {
        return test.name();
    }

    /** The file that the test is written in, as it was named when it was read. */
    public String file() {
        return test.place().source().name();
    }

    /**
     * Where the test is written, {@code file:///…?line=3&column=5} as JUnit takes it; empty if the text has no name that
     * can be the path of a file.
     *
     * @see <a href="https://docs.junit.org/current/api/org.junit.platform.engine/org/junit/platform/engine/support/descriptor/FileSource.html">
     *     FileSource</a>
     */
    public Optional<URI> source() {
        SourceSpan place = test.place();
        try {
            String file = Path.of(file()).toAbsolutePath().normalize().toUri().toString();
            return Optional.of(URI.create(file + "?line=" + place.line() + "&column=" + place.column()));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Why the test is not run. */
    public Optional<String> skip() {
        return test.skip();
    }

    /**
     * Runs the test. One that is skipped does nothing.
     *
     * @throws AssertionError if it fails; the message is what {@code policyc test} prints of a failure
     */
    public void run() {
        if (result.get() instanceof CaseResult.Failed failed) {
            throw new AssertionError(new FailureText(false).of(failed));
        }
    }

    @Override
    public String toString() {
        return displayName();
    }
}
