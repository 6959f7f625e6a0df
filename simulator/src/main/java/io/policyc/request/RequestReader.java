package io.policyc.request;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Checked;
import io.policyc.finding.Finding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.Arn;
import io.policyc.request.PrincipalReader.NamedPrincipal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the description of a request as test files and {@code policyc eval} have it: a principal, an action, and what is
 * known of the context.
 */
public final class RequestReader {
    /** The keys by which policies are named beside a request; in it they would be overlooked. */
    public static final ImmutableSet<String> POLICY_KEYS = ImmutableSet.of(
            "policies",
            "organization",
            "rcps",
            "identity-policies",
            "boundary",
            "session-policies",
            "resource-policy",
            "trust-policy");

    /** The key whose entries are put into {@code context} before a request is read. */
    public static final String CONTEXT_ENTRIES = "context-entries";

    private static final ImmutableSet<String> WITH_TOKEN =
            ImmutableSet.of("sts:assumerolewithwebidentity", "sts:assumerolewithsaml");

    private static final Pattern ACTION = Pattern.compile("[A-Za-z0-9-]+:[A-Za-z0-9_-]+");

    private final Accounts accounts;

    private RequestReader(Accounts accounts) {
        this.accounts = accounts;
    }

    public static RequestReader of(Accounts accounts) {
        return new RequestReader(accounts);
    }

    /** Reads a description that stands alone. A value is there only if there is no error. */
    public Checked<ImmutableList<RequestVariant>> read(Node node) {
        if (!(node instanceof ObjectNode object)) {
            return Checked.failed(
                    Finding.of(RequestFindings.WRONG_TYPE, node.span(), "a request is an object, not " + node.kind())
                            .withHelp("for example {principal: iam-user/alice, action: s3:ListAllMyBuckets}"));
        }
        return read(ImmutableList.of(object));
    }

    /**
     * Reads a description that lies over others, such as the defaults of a file. Findings about what is missing point to
     * the last one.
     *
     * @param layers at least one, each over those before it
     */
    public Checked<ImmutableList<RequestVariant>> read(List<ObjectNode> layers) {
        ObjectNode merged = PrincipalOfContext.named(layers).stream()
                .reduce(RequestLayers::merge)
                .orElseThrow();
        Findings findings = new Findings();
        Fields fields = new Fields(merged, findings, RequestFindings.WRONG_TYPE);
        checkAlternatives(merged, findings);
        for (String key : POLICY_KEYS) {
            merged.member(key)
                    .ifPresent(member -> findings.add(
                            RequestFindings.UNKNOWN_KEY,
                            member.keySpan(),
                            "`" + key + "` is no key of a request",
                            "policies stand beside the request, in a test or at the top of the file"));
        }
        PrincipalReader principalReader = new PrincipalReader(fields, findings, accounts);
        List<NamedPrincipal> principals = principalReader.read();
        Optional<String> action = action(fields, findings);
        List<String> resources = resources(fields, findings);
        checkOwner(fields, resources, principalReader.resourceAccount(), findings);
        checkToken(principals, action, fields, findings);
        CallReader call = new CallReader(fields, findings);
        ContextReader context = ContextReader.read(fields, findings);
        fields.keySpan(CONTEXT_ENTRIES)
                .ifPresent(place -> findings.add(
                        RequestFindings.UNKNOWN_KEY,
                        place,
                        "`" + CONTEXT_ENTRIES + "` cannot be read here",
                        "give the keys in `context`"));
        Set<Finding> found = new LinkedHashSet<>();
        ImmutableList.Builder<RequestVariant> variants = ImmutableList.builder();
        for (NamedPrincipal principal : principals) {
            if (action.isPresent()) {
                Findings own = new Findings();
                Request.Builder builder = Request.builder(principal.principal(), action.get());
                builder.resources(resources);
                principalReader.resourceAccount().ifPresent(builder::resourceAccount);
                principalReader.fillMfa(principal.principal(), builder);
                call.fill(builder);
                context.fill(principal.principal(), builder, merged, own);
                found.addAll(own.toList());
                variants.add(new RequestVariant(principal.label(), builder.build()));
            }
        }
        findings.addAll(found);
        fields.reportUnknown(RequestFindings.UNKNOWN_KEY, "key of a request", POLICY_KEYS);
        return findings.hasErrors() ? findings.withoutValue() : findings.with(variants.build());
    }

    private static void checkAlternatives(ObjectNode merged, Findings findings) {
        for (ImmutableSet<String> alternatives : RequestLayers.ALTERNATIVES) {
            List<ObjectNode.Member> given = merged.members().stream()
                    .filter(member -> alternatives.contains(member.key()))
                    .toList();
            if (given.size() > 1) {
                findings.add(
                        RequestFindings.CONFLICTING_KEYS,
                        given.get(1).keySpan(),
                        "`" + given.get(0).key() + "` and `" + given.get(1).key() + "` say the same thing twice",
                        "keep one of them");
            }
        }
    }

    /** The ARN of a resource mostly says whose it is. */
    private static void checkOwner(Fields fields, List<String> resources, Optional<String> owner, Findings findings) {
        for (String resource : resources) {
            Optional<String> own = Arn.parse(resource).map(Arn::account).filter(Arn::isAccountId);
            if (own.isPresent() && owner.isPresent() && !own.equals(owner)) {
                findings.add(
                        RequestFindings.CONTRADICTION,
                        fields.keySpan("resource-account").orElse(fields.span()),
                        Printable.quoted(resource) + " is of account " + own.get() + ", yet `resource-account` says "
                                + owner.get(),
                        "leave `resource-account` out; the ARN has it");
                return;
            }
        }
    }

    /**
     * Who has nothing but a token can only ask for a role with it.
     *
     * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html">
     *     AssumeRoleWithWebIdentity</a>
     */
    private static void checkToken(
            List<NamedPrincipal> principals, Optional<String> action, Fields fields, Findings findings) {
        boolean token = principals.stream().anyMatch(named -> named.principal() instanceof WebIdentity);
        if (token && action.isPresent() && !WITH_TOKEN.contains(action.get().toLowerCase(Locale.ROOT))) {
            findings.add(
                    RequestFindings.CONTRADICTION,
                    fields.keySpan("action").orElse(fields.span()),
                    "a web identity cannot call " + Printable.quoted(action.get()),
                    "it calls sts:AssumeRoleWithWebIdentity or sts:AssumeRoleWithSAML; what its session then calls is a"
                            + " request of the role: {role: NAME, session: web-identity}");
        }
    }

    private static Optional<String> action(Fields fields, Findings findings) {
        Optional<ScalarNode> node = fields.scalar("action");
        if (node.isEmpty()) {
            if (fields.node("action").isEmpty()) {
                findings.add(RequestFindings.MISSING_KEY, fields.span(), "a request needs an `action`", "service:Name");
            }
            return Optional.empty();
        }
        String text = node.get().text();
        if (ACTION.matcher(text).matches()) {
            return Optional.of(text);
        }
        boolean wildcard = text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
        findings.add(
                RequestFindings.INVALID_ACTION,
                node.get().span(),
                Printable.quoted(text) + " is not an action",
                wildcard
                        ? "a request calls one action, without wildcards; a test's `matrix` takes a list of actions"
                        : "an action is service:Name, for example s3:GetObject");
        return Optional.empty();
    }

    private static ImmutableList<String> resources(Fields fields, Findings findings) {
        String key = fields.node("resources").isPresent() ? "resources" : "resource";
        Optional<Node> node = fields.node(key);
        fields.node("resource");
        if (node.isEmpty()) {
            return ImmutableList.of();
        }
        List<String> resources = new ArrayList<>();
        int errors = findings.errorCount();
        for (ScalarNode resource : fields.scalars(key)) {
            if (!resource.text().equals("*") && Arn.parse(resource.text()).isEmpty()) {
                findings.add(
                        RequestFindings.INVALID_RESOURCE,
                        resource.span(),
                        Printable.quoted(resource.text()) + " is neither an ARN nor `*`",
                        "arn:partition:service:region:account:resource, or `*` for an action without resource types");
            }
            resources.add(resource.text());
        }
        if (resources.isEmpty() && findings.errorCount() == errors) {
            findings.add(
                    RequestFindings.INVALID_RESOURCE,
                    node.get().span(),
                    "a request is on at least one resource",
                    "write `*` for an action without resource types");
        }
        return ImmutableList.copyOf(resources);
    }
}
