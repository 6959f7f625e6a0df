package io.policyc.cli;

import java.time.Duration;

/** On a terminal says how many users were read once it takes a while. */
final class RowProgress implements AutoCloseable {
    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();

    /** Between two looks at the clock. */
    private static final int STEP = 5_000;

    private final Terminal terminal;
    private final long start = System.nanoTime();
    private long users;
    private boolean shown;

    RowProgress(Terminal terminal) {
        this.terminal = terminal;
    }

    void next() {
        users++;
        if (users % STEP == 0 && terminal.interactive() && System.nanoTime() - start > PATIENCE) {
            shown = true;
            terminal.err().print("\r" + users + " users read");
            terminal.err().flush();
        }
    }

    /** Takes the line away. */
    @Override
    public void close() {
        if (shown) {
            terminal.err().print("\r\u001b[K");
            terminal.err().flush();
        }
    }
}
