package io.policyc.samples;

import io.policyc.compiler.Compilation;
import io.policyc.compiler.CompiledDocument;
import io.policyc.compiler.PolicyCompiler;
import io.policyc.organization.Organization;
import io.policyc.request.Credentials;
import io.policyc.request.IamUser;
import io.policyc.request.Request;
import io.policyc.request.RoleSession;
import io.policyc.simulator.Decision;
import io.policyc.simulator.DecisionPrinter;
import io.policyc.simulator.Simulator;
import io.policyc.source.SourceText;
import io.policyc.vocabulary.Client;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a governance service does with the library: compile an intent, evaluate requests, print decisions. */
public final class GovernanceService {
    private static final String ACCOUNT = "111122223333";

    private static final String INTENT = """
            policy: DenyLongLivedCredentials
            rules:
              - sid: DenyLongLivedCredentials
                deny: "*"
                when: { principal: iam-user, credentials: long-lived }
                unless:
                  - principal: iam-user/break-glass/*
                    owner: security@example.com
            """;

    private GovernanceService() {}

    /** Prints the SCP, and what becomes of three requests. */
    public static void main(String[] arguments) {
        run(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(PrintStream out) {
        // Throws with line and column of every mistake; value() and findings() leave that to the caller.
        Compilation compilation = PolicyCompiler.create()
                .compile(SourceText.of("deny-keys.policy.yaml", INTENT))
                .orThrow();
        for (CompiledDocument document : compilation.documents()) {
            out.println(document.minified());
            out.println(document.size().counted() + " characters");
        }

        // Prepared once, evaluated as often as wanted, from any number of threads.
        Simulator simulator = Simulator.prepare(List.of(Organization.trial(compilation.policies())));
        for (Request request : requests()) {
            Decision decision = simulator.evaluate(request);
            out.println(request.principal().arn().orElse("an AWS service") + " " + request.action() + ": "
                    + DecisionPrinter.text(decision));
        }
        out.println(DecisionPrinter.allowMeans(Decision.Basis.ORGANIZATION));
    }

    private static List<Request> requests() {
        Client boto3 = Client.named("boto3").orElseThrow();
        return List.of(
                Request.builder(IamUser.of(ACCOUNT, "alice", Credentials.LONG_LIVED), "s3:ListAllMyBuckets")
                        .client(boto3)
                        .build(),
                Request.builder(IamUser.of(ACCOUNT, "break-glass/ops", Credentials.LONG_LIVED), "ec2:StopInstances")
                        .region("eu-west-1")
                        .build(),
                Request.builder(
                                RoleSession.identityCenter(ACCOUNT, "AdministratorAccess", "eu-west-1"),
                                "iam:CreateAccessKey")
                        .resource("arn:aws:iam::" + ACCOUNT + ":user/alice")
                        .build());
    }
}
