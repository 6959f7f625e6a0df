package io.policyc.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.policyc.compiler.Compilation;
import io.policyc.expectation.ExpectationRunner;
import io.policyc.expectation.NamedTest;
import io.policyc.request.Credentials;
import io.policyc.request.IamUser;
import io.policyc.request.Request;
import io.policyc.simulator.Outcome;
import io.policyc.simulator.Simulator;
import io.policyc.workspace.DistFolder;
import io.policyc.workspace.DistFolder.State;
import io.policyc.workspace.Distribution;
import io.policyc.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Runs with every pull request of a policy repository: a change that locks somebody out does not get merged. */
class PoliciesTest {
    private static final Path REPOSITORY = Path.of("../access-keys");

    /** Fails with line and column of everything that is wrong with a file. */
    private final Workspace workspace = Workspace.open(REPOSITORY).orThrow();

    /** Each case shows as a test of its own, with the line of the YAML file as its source. */
    @TestFactory
    Stream<DynamicTest> everyRequestOfTheTestFilesIsDecidedAsExpected() {
        return ExpectationRunner.create().tests(workspace.tests().orThrow()).map(PoliciesTest::dynamic);
    }

    private static DynamicTest dynamic(NamedTest test) {
        return DynamicTest.dynamicTest(test.displayName(), test.source().orElse(null), () -> {
            assumeTrue(test.skip().isEmpty(), () -> test.skip().orElse(""));
            test.run();
        });
    }

    @Test
    void whatIsCommittedIsWhatTheIntentsMean() throws IOException {
        DistFolder dist = new DistFolder(REPOSITORY.resolve("dist"));
        assertThat(dist.compare(Distribution.of(workspace)))
                .as("run `policyc build`")
                .allMatch(file -> file.state() == State.SAME);
    }

    @Test
    void breakGlassIsNeverStoppedInAnyAccount() {
        Simulator simulator = Simulator.prepare(workspace.organization().orElseThrow());
        assertThat(workspace.organization().orElseThrow().accounts()).allSatisfy(account -> {
            IamUser breakGlass = IamUser.of(account.id(), "break-glass/ops", Credentials.LONG_LIVED);
            Request request = Request.builder(breakGlass, "ec2:StopInstances").build();
            assertThat(simulator.evaluate(request).outcome()).isEqualTo(Outcome.ALLOWED);
        });
    }

    @Test
    void everyPolicyLeavesRoomForTheNextException() {
        assertThat(workspace.compilations())
                .flatMap(Compilation::documents)
                .extracting(document -> document.size().counted())
                .allMatch(size -> size < 8_000);
    }
}
