package io.policyc.cli;

import io.policyc.comparison.SimulationAnswer;
import io.policyc.comparison.SimulationCall;
import io.policyc.comparison.SimulationService;
import java.time.Duration;

/** Passes calls on, and on a terminal says how many there were once it takes a while. */
final class CallProgress implements SimulationService, AutoCloseable {
    private static final long PATIENCE = Duration.ofSeconds(2).toNanos();

    private final SimulationService service;
    private final Terminal terminal;
    private final long start = System.nanoTime();
    private int calls;
    private boolean shown;

    CallProgress(SimulationService service, Terminal terminal) {
        this.service = service;
        this.terminal = terminal;
    }

    @Override
    public SimulationAnswer simulate(SimulationCall call) {
        SimulationAnswer answer = service.simulate(call);
        calls++;
        if (terminal.interactive() && System.nanoTime() - start > PATIENCE) {
            shown = true;
            terminal.err().print("\r" + calls + " calls");
            terminal.err().flush();
        }
        return answer;
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
