package io.policyc.simulator.reference;

import static io.policyc.simulator.reference.ReferenceStatement.NO;
import static io.policyc.simulator.reference.ReferenceStatement.OPEN;
import static io.policyc.simulator.reference.ReferenceStatement.YES;
import static io.policyc.simulator.reference.ReferenceStatement.any;
import static io.policyc.simulator.reference.ReferenceStatement.is;
import static io.policyc.simulator.reference.ReferenceStatement.isArn;
import static io.policyc.simulator.reference.ReferenceStatement.list;
import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Decides requests the slow and obvious way, as the yardstick for the real evaluator. Pages without the name of a guide are of
 * the IAM User Guide; "observed" is at AWS in September 2026, and goes before what the pages say.
 */
public final class ReferenceEvaluator {
    /** What the policies say; of several resources' outcomes the one named first here is that of the request. */
    public enum Outcome {
        EXPLICIT_DENY,
        UNDETERMINED,
        IMPLICIT_DENY,
        ALLOWED
    }

    /** A policy; of the type IDENTITY, BOUNDARY, SESSION, RESOURCE, TRUST, RCP, or SCP with a level after a blank. */
    public record Document(String type, String name, String json) {}

    /** Documents, the types that are given even if there are none of them, and members, or "*" for everybody. */
    public record Policies(List<Document> documents, Set<String> given, Set<String> members) {}

    public record Context(Map<String, List<String>> values, Set<String> lists, Set<String> unknown) {}

    /** The caller as Principal lists it: "Service x.amazonaws.com", or "" if anonymous. A session "" is unknown. */
    public record Request(String caller, String session, String action, List<String> resources, Context context) {}

    public record Place(String type, String policy, int statement) {}

    /** What may come out, with the statements that surely matched and brought it about (empty unless allowed or denied). */
    public record Decision(Set<Outcome> possible, Set<Place> deciding) {}

    private record Naming(int self, int role, int account) {}

    private record Found(Place place, boolean deny, int matches, Naming naming) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private final List<Found> found = new ArrayList<>();
    private final Policies policies;
    private final Request request;
    private final String resource;
    private final String account;

    private ReferenceEvaluator(Policies policies, Request request, String resource) throws JsonProcessingException {
        this.policies = policies;
        this.request = request;
        this.resource = resource;
        this.account = request.caller().startsWith("AWS ") ? request.caller().split(":", -1)[4] : "";
        for (Document document : policies.documents()) {
            JsonNode json = JSON.readTree(document.json());
            boolean variables = json.path("Version").asText().equals("2012-10-17");
            int index = 0;
            for (JsonNode each : list(json.path("Statement"))) {
                boolean deny = each.path("Effect").asText().equals("Deny");
                ReferenceStatement statement = new ReferenceStatement(each, deny, variables, request);
                Naming naming = naming(each, deny);
                int named = Math.max(naming.self(), Math.max(naming.role(), naming.account()));
                int matches = Math.min(binds(document.type()), Math.min(named, statement.matches(resource)));
                found.add(new Found(new Place(document.type(), document.name(), index++), deny, matches, naming));
            }
        }
    }

    /** A call is allowed if it is on each resource. Two calls of STS need no permission (STS API Reference). */
    public static Decision evaluate(Policies policies, Request request) throws JsonProcessingException {
        if (request.action().matches("(?i)sts:(GetCallerIdentity|GetSessionToken)")) {
            return new Decision(Set.of(Outcome.ALLOWED), Set.of());
        }
        List<Decision> decisions = new ArrayList<>();
        for (String resource : request.resources().isEmpty() ? List.of("\uE003") : request.resources()) {
            decisions.add(new ReferenceEvaluator(policies, request, resource).decide());
        }
        Set<Outcome> possible = EnumSet.noneOf(Outcome.class);
        decisions.forEach(one -> possible.addAll(one.possible()));
        decisions.forEach(one -> possible.removeIf(outcome -> outcome.compareTo(Collections.max(one.possible())) > 0));
        decisions.removeIf(one -> !one.possible().equals(possible));
        Stream<Place> deciding = decisions.stream().flatMap(one -> one.deciding().stream());
        return new Decision(possible, deciding.collect(toSet()));
    }

    /** reference_policies_evaluation-logic_policy-eval-denyallow */
    private Decision decide() {
        int denied = any(found, one -> Math.min(is(one.deny()), one.matches()));
        int allowed = granted();
        for (String type : policies.given()) { // Organizations, orgs_manage_policies_scps_evaluation: every level
            boolean limits = type.startsWith("SCP") && binds(type) == YES;
            allowed = limits ? Math.min(allowed, passes(type, YES)) : allowed;
        }
        Set<Outcome> possible = EnumSet.noneOf(Outcome.class);
        possible.addAll(denied == NO ? Set.of() : Set.of(Outcome.EXPLICIT_DENY));
        possible.addAll(denied == YES || allowed == YES ? Set.of() : Set.of(Outcome.IMPLICIT_DENY));
        possible.addAll(denied == YES || allowed == NO ? Set.of() : Set.of(Outcome.ALLOWED));
        boolean told = possible.size() == 1 && !possible.contains(Outcome.IMPLICIT_DENY);
        found.removeIf(one -> !told || one.matches() != YES || one.deny() != (denied == YES));
        return new Decision(possible, found.stream().map(Found::place).collect(toSet()));
    }

    private int allowed(String type, ToIntFunction<Naming> way) {
        Stream<Found> allows = found.stream().filter(one -> one.place().type().equals(type) && !one.deny());
        return any(allows.toList(), one -> Math.min(one.matches(), way.applyAsInt(one.naming())));
    }

    /** Whether a type lets the request pass; if it is not given that may differ. */
    private int passes(String type, int otherwise) {
        return policies.given().contains(type) ? allowed(type, naming -> YES) : otherwise;
    }

    /** Whom policies are about (Organizations, orgs_manage_policies_scps and _rcps on what is not restricted). */
    private int binds(String type) {
        boolean linked = request.caller().contains(":role/aws-service-role/");
        return switch (type) {
            case "RCP" -> linked || request.action().equalsIgnoreCase("kms:RetireGrant") ? NO : member(owner());
            case "RESOURCE", "TRUST" -> YES;
            case "IDENTITY", "BOUNDARY", "SESSION" -> is(!account.isEmpty() && !callerIs("root"));
            default -> linked || account.isEmpty() ? NO : member(account);
        };
    }

    private int member(String id) {
        String known = policies.members().contains("*") ? "*" : id;
        return known.isEmpty() ? OPEN : is(policies.members().contains(known));
    }

    /** The account of the resource, "" if unknown; of what is AWS's own, or no resource, the caller's. */
    private String owner() {
        String inArn = isArn(resource) ? resource.split(":", 6)[4] : resource.equals("*") ? account : "";
        List<String> said = request.context().values().getOrDefault("aws:resourceaccount", List.of());
        boolean told =
                said.size() == 1 && said.get(0).matches("\\d{12}") && (!inArn.equals("aws") || account.isEmpty());
        return told ? said.get(0) : inArn.equals("aws") ? account : inArn.matches("\\d{12}") ? inArn : "";
    }

    /**
     * What grants: in one account the page above, else reference_policies_evaluation-logic-cross-account. The policy of roles
     * (id_session-tags too) and KMS keys, given or not, has to name the caller or its account. Root users need none.
     */
    private int granted() {
        if (policies.given().stream().allMatch(type -> type.matches("SCP.*|RCP"))) {
            return YES;
        }
        String own = policies.given().contains("TRUST") ? "TRUST" : "RESOURCE";
        String call = request.action() + " " + resource;
        String strict = "(?i:sts:AssumeRole).*|.* arn:[^:]*:kms:[^:]*:[^:]*:key/.*"
                + "|(?i:sts:TagSession|sts:SetSourceIdentity) arn:[^:]*:iam:[^:]*:[^:]*:role/.*";
        boolean open = call.matches("(?i:kms:.*|sts:TagSession|sts:SetSourceIdentity) \uE003")
                && granted(own, true) != granted(own, false);
        return open ? OPEN : granted(own, call.matches(strict));
    }

    private int granted(String own, boolean strict) {
        int missing = strict && !policies.given().contains(own) ? OPEN : NO;
        int self = Math.max(missing, allowed(own, Naming::self));
        int role = Math.max(missing, allowed(own, Naming::role));
        int byAccount = Math.max(missing, allowed(own, Naming::account));
        int identity = callerIs("root") ? YES : passes("IDENTITY", NO);
        int session = passes("SESSION", is(!callerIs("federated-user/.*")));
        int limits = callerIs("root") ? YES : Math.min(session, passes("BOUNDARY", YES));
        int same = Math.max(self, Math.min(limits, Math.max(role, strict ? Math.min(byAccount, identity) : identity)));
        int other = Math.min(Math.max(self, Math.max(role, byAccount)), Math.min(identity, limits));
        int unknown = same == other ? same : OPEN;
        return account.isEmpty() ? self : owner().isEmpty() ? unknown : owner().equals(account) ? same : other;
    }

    /**
     * reference_policies_elements_principal: a session's ARN has no path; a federated user's session may come from any user.
     * reference_policies_elements_notprincipal: who is not listed with account and role (access_policies_boundaries: or has one).
     */
    private Naming naming(JsonNode statement, boolean deny) {
        boolean not = statement.has("NotPrincipal");
        JsonNode element = statement.path(not ? "NotPrincipal" : "Principal");
        Set<String> listed = new HashSet<>(element.isObject() ? Set.of() : Set.of("AWS *"));
        for (Map.Entry<String, JsonNode> kind : element.properties()) {
            list(kind.getValue()).forEach(name -> listed.add(kind.getKey() + " " + name.asText()));
        }
        String caller = request.caller();
        boolean bounded = policies.given().contains("BOUNDARY") && callerIs("(role|user)/.*");
        if (listed.contains("AWS *") || (bounded && not && deny)) {
            return new Naming(is(!not || (bounded && deny)), NO, NO);
        }
        String sessions = caller.replaceFirst(":iam:(.*):role/(.*/)?", ":sts:$1:assumed-role/") + "/";
        String accounts = "AWS arn:aws:iam::" + account + ":";
        boolean inRole = callerIs("role/.*");
        int byAccount = Math.max(lists(listed, accounts + "root"), lists(listed, "AWS " + account));
        int byRole =
                inRole ? lists(listed, caller) : callerIs("federated-user/.*") ? lists(listed, accounts + "user/") : NO;
        String itself = inRole ? sessions + request.session() : caller;
        int self = callerIs("root") ? byAccount : lists(listed, itself);
        int spared = Math.min(self, Math.min(inRole ? byRole : YES, account.isEmpty() ? YES : byAccount));
        return not ? new Naming(-spared, NO, NO) : new Naming(self, byRole, byAccount);
    }

    private boolean callerIs(String kind) {
        return request.caller().matches("AWS .*:" + kind);
    }

    private static int lists(Set<String> listed, String name) {
        boolean open = name.endsWith("/") && listed.stream().anyMatch(one -> one.startsWith(name));
        return open ? OPEN : is(listed.contains(name));
    }
}
