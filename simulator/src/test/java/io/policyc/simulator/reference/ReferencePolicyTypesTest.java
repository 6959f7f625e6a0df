package io.policyc.simulator.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.simulator.reference.ReferenceEvaluator.Context;
import io.policyc.simulator.reference.ReferenceEvaluator.Decision;
import io.policyc.simulator.reference.ReferenceEvaluator.Document;
import io.policyc.simulator.reference.ReferenceEvaluator.Outcome;
import io.policyc.simulator.reference.ReferenceEvaluator.Place;
import io.policyc.simulator.reference.ReferenceEvaluator.Policies;
import io.policyc.simulator.reference.ReferenceEvaluator.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How the types of policies are put together, as AWS documents it, one line each. Outcomes are A for allowed, I for an
 * implicit and D for an explicit deny, ? for undetermined.
 */
class ReferencePolicyTypesTest {
    private static final String HERE = "111122223333";
    private static final String THERE = "444455556666";
    private static final String QUEUE = "arn:aws:sqs:eu-central-1:" + HERE + ":queue";
    private static final String KEY = "arn:aws:kms:eu-central-1:" + HERE + ":key/1234abcd";
    private static final String ROLE = "arn:aws:iam::" + HERE + ":role/deploy";

    private static final Map<String, String> CALLERS = Map.of(
            "user", "AWS arn:aws:iam::" + HERE + ":user/team/ann",
            "role", "AWS arn:aws:iam::" + HERE + ":role/team/ci",
            "linked", "AWS arn:aws:iam::" + HERE + ":role/aws-service-role/ecs.amazonaws.com/AWSRole",
            "federated", "AWS arn:aws:sts::" + HERE + ":federated-user/ann",
            "root", "AWS arn:aws:iam::" + HERE + ":root",
            "service", "Service sns.amazonaws.com",
            "web", "Federated accounts.google.com",
            "anonymous", "");

    /** Principal elements; `self` is the ARN of a user or federated user, of a role its session's. */
    private static final Map<String, String> PRINCIPALS = Map.of(
            "user", "{'AWS':'arn:aws:iam::111122223333:user/team/ann'}",
            "role", "{'AWS':'arn:aws:iam::111122223333:role/team/ci'}",
            "session", "{'AWS':'arn:aws:sts::111122223333:assumed-role/ci/build'}",
            "federated", "{'AWS':'arn:aws:sts::111122223333:federated-user/ann'}",
            "account", "{'AWS':['777788889999','111122223333']}",
            "root", "{'AWS':'arn:aws:iam::111122223333:root'}",
            "service", "{'AWS':'777788889999','Service':['a.amazonaws.com','sns.amazonaws.com']}",
            "web", "{'Federated':'accounts.google.com'}",
            "all", "'*'",
            "any", "{'AWS':'*'}");

    // Caller | whom the resource policy allows | allowed by identity policy, boundary, session policy (A, or - for no;
    // x: not
    // given) | outcome in the resource's account | outcome from another account
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the table of reference_policies_evaluation-logic_policy-eval-denyallow
            role      | role      | --- | I | I
            role      | session   | --- | A | I
            user      | user      | --x | A | I
            federated | user      | --- | I | I
            federated | federated | --- | A | I
            root      | root      | xxx | A | A
            service   | service   | xxx | A | A
            # a role's ARN is limited by boundary and session policies, not by identity policies
            role      | role      | -AA | A | I
            role      | role      | -xx | A | I
            role      | role      | AA- | I | I
            role      | role      | A-A | I | I
            role      | role      | AAA | A | A
            # everybody means the caller itself
            role      | all       | --- | A | I
            user      | any       | --x | A | I
            user      | any       | AAx | A | A
            anonymous | all       | xxx | A | A
            anonymous | any       | xxx | A | A
            anonymous | account   | Axx | I | I
            web       | all       | xxx | A | A
            web       | web       | xxx | A | A
            web       | service   | xxx | I | I
            service   | web       | xxx | I | I
            # an account grants nothing itself; from another account it is enough beside an identity policy
            user      | account   | -xx | I | I
            user      | account   | Axx | A | A
            user      | root      | A-x | I | I
            role      | root      | Axx | A | A
            role      | account   | AA- | I | I
            user      | role      | Axx | A | I
            user      | none      | Axx | A | I
            user      | none      | xAx | I | I
            # federated users have what their session policies leave of the user's permissions
            federated | none      | Axx | I | I
            federated | none      | AxA | A | I
            federated | user      | --A | I | I
            federated | user      | -xA | ? | I
            federated | user      | AxA | A | ?
            # root users need no identity policy, and no boundary limits them
            root      | none      | --- | A | I
            root      | account   | --- | A | A
            """)
    void grants(String caller, String named, String given, String same, String other) throws Exception {
        for (String account : List.of(HERE, THERE)) {
            Request request = request(CALLERS.get(caller).replace(HERE, account), "sqs:SendMessage", QUEUE);

            assertThat(outcome(request, policies("RESOURCE", named, account, given)))
                    .isEqualTo(account.equals(HERE) ? same : other);
        }
    }

    // The same where the resource decides: sts:AssumeRole with a trust policy, and a KMS key
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            user    | account | Axx | A | A
            user    | account | -xx | I | I
            user    | user    | -xx | A | I
            user    | role    | Axx | I | I
            role    | role    | -A- | I | I
            role    | role    | -xx | A | I
            role    | session | --- | A | I
            root    | root    | xxx | A | A
            root    | service | xxx | I | I
            service | service | xxx | A | A
            web     | web     | xxx | A | A
            # a policy that was not given may say anything; the caller's own policies say what they say
            user    | none    | Axx | ? | ?
            user    | none    | -xx | ? | I
            """)
    void strictGrants(String caller, String named, String given, String same, String other) throws Exception {
        for (String account : List.of(HERE, THERE)) {
            String who = CALLERS.get(caller).replace(HERE, account);
            String expected = account.equals(HERE) ? same : other;

            assertThat(outcome(request(who, "kms:Decrypt", KEY), policies("RESOURCE", named, account, given)))
                    .isEqualTo(expected);
            assertThat(outcome(request(who, "sts:AssumeRole", ROLE), policies("TRUST", named, account, given)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void aTrustPolicyDecidesWhatComesAlongWithAssumingItsRole() throws Exception {
        Request request = request(CALLERS.get("user"), "sts:TagSession", ROLE);

        assertThat(outcome(request, policies("TRUST", "role", HERE, "Axx"))).isEqualTo("I");
        assertThat(outcome(request, policies("TRUST", "account", HERE, "Axx"))).isEqualTo("A");
    }

    // NotPrincipal of a Deny beside an Allow for everybody | caller | outcome without a boundary | with one
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # the examples of reference_policies_elements_notprincipal, and what is missing from them one at a time
            'AWS':['arn:aws:iam::111122223333:user/team/ann','arn:aws:iam::111122223333:root'] | user | A | D
            'AWS':['arn:aws:iam::111122223333:user/team/ann','111122223333'] | user | A | D
            'AWS':['arn:aws:iam::111122223333:user/ann','111122223333'] | user | D | D
            'AWS':['arn:aws:iam::111122223333:user/team/ann'] | user | D | D
            'AWS':'111122223333' | user | D | D
            'AWS':['arn:aws:sts::111122223333:assumed-role/ci/build','arn:aws:iam::111122223333:role/team/ci','111122223333'] | role | A | D
            'AWS':['arn:aws:iam::111122223333:role/team/ci','111122223333'] | role | D | D
            'AWS':['arn:aws:sts::111122223333:assumed-role/ci/build','111122223333'] | role | D | D
            'AWS':['arn:aws:sts::111122223333:federated-user/ann','111122223333'] | federated | A | A
            'AWS':'111122223333' | root | A | A
            'Service':'sns.amazonaws.com' | service | A | A
            'Service':'sqs.amazonaws.com' | service | D | D
            'Federated':'accounts.google.com' | web | A | A
            'AWS':'111122223333' | anonymous | D | D
            'AWS':'*' | anonymous | A | A
            'AWS':'*' | user | A | D
            """)
    void notPrincipal(String listed, String caller, String outcome, String bounded) throws Exception {
        Request request = request(CALLERS.get(caller), "sqs:SendMessage", QUEUE);
        Document open = document("RESOURCE", allow("'Principal':'*','Resource':'*'"));
        Document rest = document("RESOURCE", deny("'NotPrincipal':{" + listed + "},'Resource':'*'"));

        assertThat(outcome(request, List.of(open, rest))).isEqualTo(outcome);
        assertThat(outcome(request, List.of(open, rest, document("BOUNDARY", allow("'Resource':'*'")))))
                .isEqualTo(bounded);
    }

    @Test
    void allowWithNotPrincipalGrantsEverybodyElse() throws Exception {
        Document others = document("RESOURCE", allow("'NotPrincipal':{'AWS':'111122223333'},'Resource':'*'"));

        assertThat(outcome(request(CALLERS.get("anonymous"), "sqs:SendMessage", QUEUE), List.of(others)))
                .isEqualTo("A");
        assertThat(outcome(
                        request(CALLERS.get("root"), "sqs:SendMessage", QUEUE.replace(HERE, THERE)), List.of(others)))
                .isEqualTo("I");
    }

    // Whom a session that is not named may be
    @ParameterizedTest
    @CsvSource({"assumed-role/ci/build,?", "assumed-role/ci/other,?", "assumed-role/cd/build,I", "assumed-role/ci,I"})
    void theNameOfASessionMayBeUnknown(String arn, String outcome) throws Exception {
        String principal = "'Principal':{'AWS':'arn:aws:sts::" + HERE + ":" + arn + "'},'Resource':'*'";
        Request named = request(CALLERS.get("role"), "sqs:SendMessage", QUEUE);
        Request unnamed = new Request(named.caller(), "", named.action(), named.resources(), named.context());

        assertThat(outcome(unnamed, List.of(document("RESOURCE", allow(principal)))))
                .isEqualTo(outcome);
        assertThat(outcome(named, List.of(document("RESOURCE", allow(principal)))))
                .isEqualTo(arn.endsWith("ci/build") ? "A" : "I");
    }

    // Caller | action | a Deny of each of these types stands alone | outcome
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # reference_policies_evaluation-logic: an explicit deny anywhere wins
            user      | s3:GetObject           | SCP RCP IDENTITY BOUNDARY SESSION RESOURCE TRUST | D
            role      | s3:GetObject           | SCP RCP IDENTITY BOUNDARY SESSION RESOURCE TRUST | D
            federated | s3:GetObject           | SCP RCP IDENTITY BOUNDARY SESSION RESOURCE TRUST | D
            root      | s3:GetObject           | SCP RCP RESOURCE TRUST                           | D
            service   | s3:GetObject           | RCP RESOURCE TRUST                               | D
            anonymous | s3:GetObject           | RCP RESOURCE TRUST                               | D
            web       | s3:GetObject           | RCP RESOURCE TRUST                               | D
            # orgs_manage_policies_scps, orgs_manage_policies_rcps: what they do not restrict
            linked    | s3:GetObject           | IDENTITY BOUNDARY SESSION RESOURCE TRUST         | D
            linked    | s3:GetObject           | SCP RCP                                          | A
            service   | s3:GetObject           | SCP IDENTITY BOUNDARY SESSION                    | A
            anonymous | s3:GetObject           | SCP IDENTITY BOUNDARY SESSION                    | A
            web       | s3:GetObject           | SCP IDENTITY BOUNDARY SESSION                    | A
            root      | s3:GetObject           | IDENTITY BOUNDARY SESSION                        | A
            user      | KMS:retireGrant        | RCP                                              | A
            user      | kms:RetireGrant        | SCP                                              | D
            # the API reference of STS: these two need no permission
            user      | sts:getCallerIdentity  | SCP RCP IDENTITY BOUNDARY SESSION RESOURCE TRUST | A
            user      | sts:GetSessionToken    | SCP RCP IDENTITY BOUNDARY SESSION RESOURCE TRUST | A
            user      | sts:GetFederationToken | SCP RCP IDENTITY BOUNDARY SESSION RESOURCE TRUST | D
            """)
    void denies(String caller, String action, String types, String outcome) throws Exception {
        for (String type : types.split(" ", -1)) {
            boolean own = type.equals("RESOURCE") || type.equals("TRUST");
            String about = own || type.equals("RCP") ? "'Principal':'*'" : "'Sid':'a'";
            List<Document> documents = new ArrayList<>(List.of(
                    document("SCP", allow("'Resource':'*'")),
                    document("IDENTITY", allow("'Resource':'*'")),
                    document("BOUNDARY", allow("'Resource':'*'")),
                    document("SESSION", allow("'Resource':'*'")),
                    document(type.equals("TRUST") ? "TRUST" : "RESOURCE", allow("'Principal':'*'"))));
            documents.add(
                    new Document(type, "Q", policy(deny(about + (type.equals("TRUST") ? "" : ",'Resource':'*'")))));
            Decision decision = decide(request(CALLERS.get(caller), action, QUEUE), documents, Set.of("*"));

            assertThat(outcome(decision)).as(type).isEqualTo(outcome);
            assertThat(decision.deciding().contains(new Place(type, "Q", 0))).isEqualTo(outcome.equals("D"));
        }
    }

    // Account of the caller | resource | aws:ResourceAccount | members | what a Deny of an SCP, of an RCP comes to
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            111122223333 | arn:aws:sqs:eu-central-1:444455556666:queue |              | 111122223333              | D | A
            111122223333 | arn:aws:sqs:eu-central-1:444455556666:queue |              | 444455556666              | A | D
            111122223333 | arn:aws:sqs:eu-central-1:444455556666:queue |              | 111122223333 444455556666 | D | D
            111122223333 | arn:aws:sqs:eu-central-1:444455556666:queue | 111122223333 | 111122223333              | D | D
            111122223333 | arn:aws:s3:::bucket                         | 444455556666 | 111122223333              | D | A
            111122223333 | arn:aws:s3:::bucket                         |              | 111122223333              | D | ?
            111122223333 | arn:aws:s3:::bucket                         |              | *                         | D | D
            111122223333 | *                                           |              | 111122223333              | D | D
            111122223333 | *                                           |              | 444455556666              | A | A
            111122223333 | arn:aws:iam::aws:policy/ReadOnlyAccess      |              | 111122223333              | D | D
            """)
    void members(String account, String resource, String owner, String members, String byScp, String byRcp)
            throws Exception {
        Map<String, List<String>> context = owner == null ? Map.of() : Map.of("aws:resourceaccount", List.of(owner));
        Request request = new Request(
                "AWS arn:aws:iam::" + account + ":user/ann",
                "",
                "s3:GetObject",
                List.of(resource),
                new Context(context, Set.of(), Set.of()));
        Document scp = document("SCP", deny("'Resource':'*'"));
        Document rcp = document("RCP", deny("'Principal':'*','Resource':'*'"));

        assertThat(outcome(decide(request, List.of(scp), Set.of(members.split(" ", -1)))))
                .isEqualTo(byScp);
        assertThat(outcome(decide(request, List.of(rcp), Set.of(members.split(" ", -1)))))
                .isEqualTo(byRcp);
    }

    // Whom a resource of an account that is not known lets in: an identity policy beside a resource policy, A or -
    @ParameterizedTest
    @CsvSource({"A,none,?", "-,user,?", "A,user,A", "-,none,I", "A,account,A"})
    void theAccountOfAResourceMayBeUnknown(String identity, String named, String outcome) throws Exception {
        Request request = request(CALLERS.get("user"), "s3:GetObject", "arn:aws:s3:::bucket/key");

        assertThat(outcome(request, policies("RESOURCE", named, HERE, identity + "xx")))
                .isEqualTo(outcome);
    }

    @Test
    void aResourceThatIsNotNamedLeavesOpenWhatDependsOnIt() throws Exception {
        Request request = request(CALLERS.get("user"), "s3:GetObject");

        assertThat(outcome(request, List.of(document("SCP", allow("'Resource':'*'")))))
                .isEqualTo("A");
        assertThat(outcome(request, List.of(document("SCP", allow("'Resource':'arn:aws:s3:::b'")))))
                .isEqualTo("?");
        assertThat(outcome(request, List.of(document("SCP", allow("'NotResource':'*'")))))
                .isEqualTo("I");
        assertThat(outcome(request, List.of(document("IDENTITY", allow("'Resource':'*'")))))
                .isEqualTo("?");
    }

    @Test
    void everyAllowThatMatchesDecides() throws Exception {
        List<Document> documents = List.of(
                document("SCP", allow("'Resource':'*'")),
                document("IDENTITY", allow("'Resource':'*'")),
                document("BOUNDARY", allow("'Resource':'*'")),
                document("RESOURCE", allow("'Principal':{'AWS':'" + HERE + "'},'Resource':'*'")));
        Decision decision = decide(request(CALLERS.get("user"), "s3:GetObject", QUEUE), documents, Set.of("*"));

        assertThat(outcome(decision)).isEqualTo("A");
        assertThat(decision.deciding())
                .containsExactlyInAnyOrder(
                        new Place("SCP", "P", 0),
                        new Place("IDENTITY", "P", 0),
                        new Place("BOUNDARY", "P", 0),
                        new Place("RESOURCE", "P", 0));
    }

    // Requests, policies and outcomes

    private static Request request(String caller, String action, String... resources) {
        return new Request(caller, "build", action, List.of(resources), new Context(Map.of(), Set.of(), Set.of()));
    }

    /** A policy of the resource that allows somebody of an account, unless it is none, and the policies of the caller. */
    private static List<Document> policies(String type, String named, String account, String given) {
        List<Document> documents = new ArrayList<>();
        if (!named.equals("none")) {
            String principal = "'Principal':" + PRINCIPALS.get(named).replace(HERE, account);
            documents.add(document(type, allow(principal + (type.equals("TRUST") ? "" : ",'Resource':'*'"))));
        }
        List<String> types = List.of("IDENTITY", "BOUNDARY", "SESSION");
        for (int i = 0; i < types.size(); i++) {
            if (given.charAt(i) != 'x') {
                documents.add(
                        document(types.get(i), allow(given.charAt(i) == 'A' ? "'Resource':'*'" : "'Resource':'x'")));
            }
        }
        return documents;
    }

    private static Document document(String type, String statement) {
        return new Document(type, "P", policy(statement));
    }

    private static String policy(String statement) {
        return ("{'Version':'2012-10-17','Statement':" + statement + "}").replace('\'', '"');
    }

    private static String allow(String parts) {
        return "{'Effect':'Allow','Action':'*'," + parts + "}";
    }

    private static String deny(String parts) {
        return "{'Effect':'Deny','Action':'*'," + parts + "}";
    }

    private static String outcome(Request request, List<Document> documents) throws Exception {
        return outcome(decide(request, documents, Set.of("*")));
    }

    private static Decision decide(Request request, List<Document> documents, Set<String> members) throws Exception {
        Set<String> given = documents.stream().map(Document::type).collect(Collectors.toSet());
        return ReferenceEvaluator.evaluate(new Policies(documents, given, members), request);
    }

    private static String outcome(Decision decision) {
        Outcome first = decision.possible().iterator().next();
        return decision.possible().size() > 1
                ? "?"
                : Map.of(Outcome.ALLOWED, "A", Outcome.IMPLICIT_DENY, "I", Outcome.EXPLICIT_DENY, "D")
                        .get(first);
    }
}
