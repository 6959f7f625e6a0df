package io.policyc.request;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.PrincipalElement;
import io.policyc.policy.PrincipalElement.Kind;
import io.policyc.policy.SamplePrincipals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Draws principals. */
final class Principals {
    private static final ImmutableList<String> NAMES =
            ImmutableList.of("alice", "Alice", "bob", "team/admin", "admin", "service-role/lambda-x");

    private final Random random;
    private final Draw draw;
    private final String account;

    Principals(Random random, String account) {
        this.random = random;
        this.draw = new Draw(random);
        this.account = account;
    }

    /** Of every kind. */
    Principal any() {
        return switch (draw.below(12)) {
            case 0 -> new AwsService(draw.of(SamplePrincipals.of(Kind.SERVICE)));
            case 1 -> new WebIdentity(draw.of(SamplePrincipals.of(Kind.FEDERATED)));
            case 2 -> new Anonymous();
            case 3 ->
                RoleSession.of(account, "aws-service-role/ecs.amazonaws.com/AWSRole", RoleSession.Kind.SERVICE_LINKED);
            case 4 -> new FederatedUser(account, draw.of("alice", "bob"));
            default -> bound();
        };
    }

    /** Of the kinds that SCPs bind. */
    Principal bound() {
        return switch (draw.below(8)) {
            case 0 -> new RootUser(account, draw.of(Credentials.values()));
            case 1 -> new FederatedUser(account, "alice");
            case 2 -> RoleSession.identityCenter(account, "Admin", draw.of("us-east-1", "eu-central-1"));
            case 3, 4, 5 -> IamUser.of(account, draw.of(NAMES), draw.of(Credentials.values()));
            default -> session(draw.of(RoleSession.Kind.values()));
        };
    }

    /** One that a principal element lists, if it lists one that calls. */
    Principal of(PrincipalElement element) {
        List<Principal> principals = new ArrayList<>();
        element.principals().<Boolean>fold(everyone -> false, listed -> {
            listed.byKind()
                    .forEach((kind, names) ->
                            names.forEach(name -> principal(kind, name).ifPresent(principals::add)));
            return true;
        });
        return principals.isEmpty() ? any() : draw.of(principals);
    }

    private Optional<Principal> principal(Kind kind, String name) {
        return switch (kind) {
            case AWS -> account(name);
            case SERVICE -> Optional.of(new AwsService(name));
            case FEDERATED -> Optional.of(new WebIdentity(name));
            case CANONICAL_USER -> Optional.empty();
        };
    }

    /** By an account id or an ARN, whose resource tells the kind. */
    private Optional<Principal> account(String name) {
        ImmutableList<String> fields = ImmutableList.copyOf(name.split(":", 6));
        if (fields.size() < 6) {
            return name.equals("*") ? Optional.empty() : Optional.of(new Principals(random, name).bound());
        }
        String id = fields.get(4);
        String resource = fields.get(5);
        String last = resource.substring(resource.indexOf('/') + 1);
        if (resource.startsWith("user/")) {
            return Optional.of(IamUser.of(id, last, draw.of(Credentials.values())));
        }
        if (resource.startsWith("role/")) {
            return Optional.of(new Principals(random, id).session(last, RoleSession.Kind.ASSUMED));
        }
        if (resource.startsWith("assumed-role/")) {
            int slash = last.indexOf('/');
            RoleSession session =
                    RoleSession.of(id, draw.of("", "team/") + last.substring(0, slash), RoleSession.Kind.ASSUMED);
            return Optional.of(
                    draw.chance(3)
                            ? session
                            : session.withSessionName(draw.of(last.substring(slash + 1), "alice", "bob")));
        }
        if (resource.startsWith("federated-user/")) {
            return Optional.of(new FederatedUser(id, last));
        }
        return Optional.of(
                draw.chance(2) ? new RootUser(id, draw.of(Credentials.values())) : new Principals(random, id).bound());
    }

    private Principal session(RoleSession.Kind kind) {
        if (kind == RoleSession.Kind.SERVICE_LINKED) {
            return session(RoleSession.Kind.ASSUMED);
        }
        return session(draw.of(NAMES), kind);
    }

    private RoleSession session(String pathAndName, RoleSession.Kind kind) {
        RoleSession session = RoleSession.of(account, pathAndName, kind);
        return draw.chance(2) ? session.withSessionName("alice").withProvider("accounts.google.com") : session;
    }
}
