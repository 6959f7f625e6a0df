package io.policyc.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Standard output takes no more: its reader is gone, or its disk is full. */
final class OutputFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private OutputFailure(IOException cause) {
        super(cause);
    }

    /** Whether whoever read the output has read enough, as {@code | head} does; there is nothing to tell then. */
    boolean isClosedPipe() {
        return message().contains("Broken pipe") || message().contains("pipe is being closed");
    }

    String message() {
        return Optional.ofNullable(getCause()).map(Throwable::getMessage).orElse("");
    }

    /** A stream that fails with this exception, which a {@link java.io.PrintStream} does not swallow. */
    static OutputStream reporting(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(int b) {
                run(() -> out.write(b));
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                run(() -> out.write(bytes, from, length));
            }

            @Override
            public void flush() {
                run(out::flush);
            }
        };
    }

    private static void run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new OutputFailure(e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }
}
