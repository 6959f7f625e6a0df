package io.policyc.endpoint;

import com.google.common.collect.ImmutableList;
import io.policyc.finding.Printable;
import io.policyc.organization.Level;
import io.policyc.policy.Arn;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyType;
import java.util.Optional;

/**
 * Reads a call of SimulateCustomPolicy. Bounds and errors are those of the API's page and of answers that were observed;
 * what is refused besides says so in words of its own.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html">SimulateCustomPolicy</a>
 */
final class SimulationRequestReader {
    private static final int MOST_LEVELS = 7;
    private static final int MOST_ITEMS = 1_000;
    private static final int DEFAULT_ITEMS = 100;
    private static final int LONGEST_RESOURCE = 2_048;

    private final Parameters parameters;
    private final PolicyTexts policies = new PolicyTexts();

    private SimulationRequestReader(Parameters parameters) {
        this.parameters = parameters;
    }

    static SimulationRequest read(Parameters parameters) {
        return new SimulationRequestReader(parameters).read();
    }

    private SimulationRequest read() {
        ImmutableList<String> actions = actions();
        ImmutableList<LocatedPolicy> identity = identity();
        ImmutableList<Level> levels = levels();
        Optional<LocatedPolicy> boundary = boundary();
        Caller caller = Caller.read(name("CallerArn", "callerArn"));
        ImmutableList<String> resources = resources();
        Optional<String> owner = name("ResourceOwner", "resourceOwner").map(SimulationRequestReader::account);
        Optional<LocatedPolicy> resourcePolicy = resourcePolicy(caller, resources);
        if (parameters.text("ResourceHandlingOption").isPresent()) {
            throw ApiError.invalidInput(
                    "this endpoint has no ResourceHandlingOption: it does not know which resources a"
                            + " scenario of EC2 needs; leave it out, and each resource is decided on its own");
        }
        SimulationRequest request = new SimulationRequest(
                identity,
                levels,
                boundary,
                resourcePolicy,
                owner,
                caller,
                ContextEntries.read(parameters.list("ContextEntries").orElse(ImmutableList.of())),
                actions,
                resources,
                maxItems(),
                start(actions.size()));
        parameters.refuseOthers();
        return request;
    }

    private ImmutableList<String> actions() {
        ImmutableList<String> actions = parameters
                .texts("ActionNames")
                .filter(names -> !names.isEmpty())
                .orElseThrow(() -> ApiError.validation("null", "actionNames", "not be null"));
        for (int i = 0; i < actions.size(); i++) {
            String action = actions.get(i);
            checkLength(action, 3, 128, "actionNames." + (i + 1) + ".member");
            if (action.indexOf(':') < 1) {
                throw ApiError.invalidInput(
                        "Invalid action name: " + Printable.line(action) + " is not of the form service:Name");
            }
        }
        return actions;
    }

    private ImmutableList<LocatedPolicy> identity() {
        ImmutableList<String> texts = PolicyTexts.joined(parameters
                .texts("PolicyInputList")
                .orElseThrow(() -> ApiError.validation("null", "policyInputList", "not be null")));
        ImmutableList.Builder<LocatedPolicy> read = ImmutableList.builder();
        for (int i = 1; i <= texts.size(); i++) {
            read.add(policies.read(
                    texts.get(i - 1),
                    PolicyType.IDENTITY_POLICY,
                    "PolicyInputList." + i,
                    "policyInputList." + i + ".member",
                    "Policy input list item " + i));
        }
        return read.build();
    }

    private Optional<LocatedPolicy> boundary() {
        ImmutableList<String> texts = PolicyTexts.joined(
                parameters.texts("PermissionsBoundaryPolicyInputList").orElse(ImmutableList.of()));
        if (texts.size() > 1) {
            throw ApiError.invalidInput("The list of Permissions Boundary policies cannot exceed 1 items.");
        }
        return texts.stream()
                .map(text -> policies.read(
                        text,
                        PolicyType.PERMISSIONS_BOUNDARY,
                        "PermissionsBoundaryPolicyInputList.1",
                        "permissionsBoundaryPolicyInputList.1.member",
                        "Permissions boundary policy input list item 1"))
                .findFirst();
    }

    private ImmutableList<Level> levels() {
        String name = "OrderedOrganizationPolicyInputList";
        ImmutableList<Parameters> given = parameters.list(name).orElse(ImmutableList.of());
        if (given.size() > MOST_LEVELS) {
            throw ApiError.validation(
                    "a list of " + given.size(),
                    "orderedOrganizationPolicyInputList",
                    "have length less than or equal to " + MOST_LEVELS);
        }
        ImmutableList.Builder<Level> levels = ImmutableList.builder();
        for (int i = 1; i <= given.size(); i++) {
            levels.add(level(given.get(i - 1), i, name + "." + i));
        }
        return levels.build();
    }

    private Level level(Parameters given, int number, String name) {
        ImmutableList<String> texts =
                PolicyTexts.joined(given.texts("ServiceControlPolicyInputList").orElse(ImmutableList.of()));
        given.refuseOthers();
        if (texts.isEmpty()) {
            throw ApiError.invalidInput(
                    "Organization policy at index " + number + " must contain at least one service control policy");
        }
        ImmutableList.Builder<LocatedPolicy> scps = ImmutableList.builder();
        for (int i = 1; i <= texts.size(); i++) {
            scps.add(policies.read(
                    texts.get(i - 1),
                    PolicyType.SERVICE_CONTROL_POLICY,
                    name + ".ServiceControlPolicyInputList." + i,
                    "orderedOrganizationPolicyInputList." + number + ".member.serviceControlPolicyInputList." + i
                            + ".member",
                    "Organization policy at index " + number + ", service control policy " + i + ","));
        }
        return new Level(name, scps.build());
    }

    private ImmutableList<String> resources() {
        ImmutableList<String> resources = parameters.texts("ResourceArns").orElse(ImmutableList.of());
        for (int i = 0; i < resources.size(); i++) {
            checkLength(resources.get(i), 1, LONGEST_RESOURCE, "resourceArns." + (i + 1) + ".member");
            if (!resources.get(i).equals("*") && !Arn.hasForm(resources.get(i))) {
                throw notAnArn(resources.get(i));
            }
        }
        return resources;
    }

    private static ApiError notAnArn(String resource) {
        return ApiError.invalidInput("ResourceNames are not in a valid ARN format: " + Printable.line(resource) + ".");
    }

    private Optional<LocatedPolicy> resourcePolicy(Caller caller, ImmutableList<String> resources) {
        Optional<LocatedPolicy> policy = parameters
                .text("ResourcePolicy")
                .map(text -> policies.read(
                        text, PolicyType.RESOURCE_POLICY, "ResourcePolicy", "resourcePolicy", "Resource policy"));
        if (policy.isEmpty()) {
            return policy;
        }
        if (caller.given().isEmpty()) {
            throw ApiError.invalidInput(
                    "a ResourcePolicy needs a CallerArn, for its Principal elements to be compared with");
        }
        if (!caller.canBeNamed()) {
            throw ApiError.invalidInput(
                    "this endpoint compares the Principal elements of a ResourcePolicy with users and"
                            + " roles of the partition `aws` only");
        }
        boolean everything = policy.get().document().statements().stream()
                .flatMap(statement -> statement.resource().stream())
                .flatMap(element -> element.patterns().stream())
                .anyMatch(pattern -> pattern.text().equals("*"));
        if (everything || resources.isEmpty() || resources.contains("*")) {
            throw notAnArn("*");
        }
        return policy;
    }

    private Optional<String> name(String name, String path) {
        Optional<String> text = parameters.text(name);
        text.ifPresent(found -> checkLength(found, 1, LONGEST_RESOURCE, path));
        return text;
    }

    private static String account(String owner) {
        return Arn.parse(owner)
                .map(Arn::account)
                .filter(Arn::isAccountId)
                .orElseThrow(() ->
                        ApiError.invalidInput("'" + Printable.line(owner) + "' is not a valid as a Resource Owner."));
    }

    private int maxItems() {
        Optional<String> text = parameters.text("MaxItems");
        int items = text.map(number -> number(number, "MaxItems")).orElse(DEFAULT_ITEMS);
        if (items < 1 || items > MOST_ITEMS) {
            throw ApiError.validation(
                    "'" + items + "'",
                    "maxItems",
                    "have value " + (items < 1 ? "greater than or equal to 1" : "less than or equal to " + MOST_ITEMS));
        }
        return items;
    }

    private int start(int actions) {
        int start = parameters
                .text("Marker")
                .map(marker -> number(marker, "Marker"))
                .orElse(0);
        if (start < 0 || start > actions) {
            throw ApiError.invalidInput("the Marker is not one that this endpoint gave for these actions");
        }
        return start;
    }

    private static int number(String text, String name) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw ApiError.malformed(name + " " + Printable.quoted(text) + " is not a number that fits");
        }
    }

    private static void checkLength(String text, int least, int most, String path) {
        if (text.length() < least || text.length() > most) {
            throw ApiError.validation(
                    "'" + Printable.line(text) + "'",
                    path,
                    "have length "
                            + (text.length() < least
                                    ? "greater than or equal to " + least
                                    : "less than or equal to " + most));
        }
    }
}
