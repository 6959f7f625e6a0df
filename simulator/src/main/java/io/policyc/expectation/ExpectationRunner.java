package io.policyc.expectation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.expectation.ExpectationReport.FileReport;
import io.policyc.finding.Printable;
import io.policyc.organization.Exemption;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.LocatedPolicy;
import io.policyc.request.Credentials;
import io.policyc.request.IamUser;
import io.policyc.request.Principal;
import io.policyc.request.Request;
import io.policyc.request.RootUser;
import io.policyc.simulator.DecidingStatement;
import io.policyc.simulator.Decision;
import io.policyc.simulator.DecisionPrinter;
import io.policyc.simulator.DoubtfulRule;
import io.policyc.simulator.Outcome;
import io.policyc.simulator.Reliance;
import io.policyc.simulator.Simulator;
import io.policyc.simulator.SimulatorFindings;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runs the cases of test files against the offline simulator. */
public final class ExpectationRunner {
    private static final ImmutableSet<ConditionKey> CREDENTIAL_KEYS = ImmutableSet.of(
            ConditionKey.of("aws:TokenIssueTime"),
            ConditionKey.of("aws:MultiFactorAuthPresent"),
            ConditionKey.of("aws:MultiFactorAuthAge"));

    private ExpectationRunner() {}

    public static ExpectationReport run(TestFile file) {
        return run(ImmutableList.of(file));
    }

    public static ExpectationReport run(Iterable<TestFile> files) {
        return run(files, ImmutableSet.of());
    }

    /** Also fails each case whose verdict rests on one of the doubtful rules. */
    public static ExpectationReport run(Iterable<TestFile> files, ImmutableSet<DoubtfulRule> doubted) {
        Prepared prepared = new Prepared(doubted);
        ImmutableList.Builder<FileReport> reports = ImmutableList.builder();
        for (TestFile file : files) {
            reports.add(new FileReport(
                    file,
                    file.cases().stream()
                            .map(test -> strictly(run(test, prepared.simulator(test.policies())), test, prepared))
                            .collect(ImmutableList.toImmutableList())));
        }
        return new ExpectationReport(reports.build());
    }

    /** Simulators by the policies that they are for; policies are prepared once for all tests that share them. */
    private static final class Prepared {
        private final ImmutableSet<DoubtfulRule> doubted;
        private final IdentityHashMap<TestedPolicies, Simulator> simulators = new IdentityHashMap<>();
        private final IdentityHashMap<TestedPolicies, Reliance> reliance = new IdentityHashMap<>();

        Prepared(ImmutableSet<DoubtfulRule> doubted) {
            this.doubted = doubted;
        }

        Simulator simulator(TestedPolicies policies) {
            return simulators.computeIfAbsent(policies, TestedPolicies::simulator);
        }

        ImmutableSet<DoubtfulRule> restsOn(TestedPolicies policies, Request request) {
            return doubted.isEmpty()
                    ? ImmutableSet.of()
                    : reliance.computeIfAbsent(policies, found -> new Reliance(found::simulator, doubted))
                            .of(request);
        }
    }

    private static CaseResult strictly(CaseResult result, ExpectationCase test, Prepared prepared) {
        return result.fold(
                passed -> Reliance.words(prepared.restsOn(test.policies(), test.request()))
                        .<CaseResult>map(words -> new CaseResult.Failed(
                                test,
                                SimulatorFindings.DOUBTFUL_RULE,
                                passed.decision(),
                                words,
                                Optional.of(
                                        "say more in the request, or change the policy, so that it does not matter"),
                                prepared.simulator(test.policies()).explain(test.request())))
                        .orElse(passed),
                failed -> failed,
                skipped -> skipped);
    }

    private static CaseResult run(ExpectationCase test, Simulator simulator) {
        if (test.skip().isPresent()) {
            return new CaseResult.Skipped(test, test.skip().get());
        }
        Decision decision = simulator.evaluate(test.request());
        if (!test.expected().holds(decision)) {
            String message = "expected " + test.expected().word() + ", got " + DecisionPrinter.text(decision);
            return failed(test, decision, message, openKeys(decision, test.request()), simulator);
        }
        if (!test.dependsOn().isEmpty() && !test.dependsOn().equals(decision.unknownKeys())) {
            String message =
                    "expected to depend on " + names(test.dependsOn()) + ", got " + DecisionPrinter.text(decision);
            return failed(test, decision, message, Optional.empty(), simulator);
        }
        if (test.because().isPresent() && !decidedBy(test.because().get(), decision)) {
            String message =
                    "expected " + Printable.quoted(test.because().get()) + " to decide, yet " + decider(decision);
            return failed(test, decision, message, Optional.empty(), simulator);
        }
        return new CaseResult.Passed(test, decision, decision.exemption().map(Exemption::words));
    }

    private static CaseResult failed(
            ExpectationCase test, Decision decision, String message, Optional<String> help, Simulator simulator) {
        return new CaseResult.Failed(
                test, TestFindings.FAILED, decision, message, help, simulator.explain(test.request()));
    }

    private static String names(Set<ConditionKey> keys) {
        return keys.stream().map(key -> Printable.quoted(key.spelling())).collect(Collectors.joining(", "));
    }

    /**
     * Whether a rule decided: by its Sid, which a compiler may have numbered, or by the name of its policy. A statement that
     * was packed goes by the names of all that it stands for.
     */
    static boolean decidedBy(String rule, Decision decision) {
        return decision.deciding().stream()
                .anyMatch(statement -> decidedBy(rule, statement.policy(), statement.index()));
    }

    private static boolean decidedBy(String rule, LocatedPolicy policy, int statement) {
        return policy.policies(statement).contains(rule)
                || policy.sids(statement).contains(rule)
                || isNumbered(rule, policy, statement);
    }

    /** A rule that became several statements numbers them, and no statement of its policy has its plain name then. */
    private static boolean isNumbered(String rule, LocatedPolicy policy, int statement) {
        boolean plain = IntStream.range(0, policy.document().statements().size())
                .filter(other -> policy.sids(other).contains(rule))
                .anyMatch(other -> policy.policies(other).containsAll(policy.policies(statement)));
        return !plain && policy.sids(statement).stream().anyMatch(sid -> isNumbered(sid, rule));
    }

    private static boolean isNumbered(String sid, String rule) {
        return sid.startsWith(rule) && sid.chars().skip(rule.length()).allMatch(c -> c >= '0' && c <= '9');
    }

    private static String decider(Decision decision) {
        List<String> deciding = decision.deciding().stream()
                .map(DecidingStatement::label)
                .map(Printable::quoted)
                .distinct()
                .toList();
        return deciding.isEmpty()
                ? "no statement did: " + DecisionPrinter.text(decision)
                : String.join(", ", deciding) + " did";
    }

    /** The keys that keep a decision open, each with what the request says of it. */
    private static Optional<String> openKeys(Decision decision, Request request) {
        if (decision.outcome() != Outcome.UNDETERMINED) {
            return Optional.empty();
        }
        return Optional.of(decision.unknownKeys().stream()
                .map(key -> Printable.quoted(key.spelling()) + open(key, request))
                .collect(Collectors.joining("; ", "cannot tell: ", "")));
    }

    private static String open(ConditionKey key, Request request) {
        if (CREDENTIAL_KEYS.contains(key) && leavesCredentialsOpen(request.principal())) {
            return " is unknown: the request says nothing of `credentials`, or of `mfa`";
        }
        return request.context().mentioned().containsKey(key)
                ? " is unknown for this request"
                : " is neither given, derived, nor declared absent or unknown";
    }

    private static boolean leavesCredentialsOpen(Principal principal) {
        return (principal instanceof IamUser user && isOpen(user.credentials()))
                || (principal instanceof RootUser root && isOpen(root.credentials()));
    }

    private static boolean isOpen(Credentials credentials) {
        return credentials == Credentials.UNSPECIFIED || credentials == Credentials.TEMPORARY;
    }
}
