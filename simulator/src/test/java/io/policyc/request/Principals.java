package io.policyc.request;

import com.google.common.collect.ImmutableList;
import java.util.Random;

/** Draws principals. */
final class Principals {
    private static final ImmutableList<String> NAMES =
            ImmutableList.of("alice", "Alice", "bob", "team/admin", "admin", "service-role/lambda-x");

    private final Draw draw;
    private final String account;

    Principals(Random random, String account) {
        this.draw = new Draw(random);
        this.account = account;
    }

    Principal any() {
        return switch (draw.below(6)) {
            case 0 -> new AwsService("cloudtrail.amazonaws.com");
            case 1 ->
                RoleSession.of(account, "aws-service-role/ecs.amazonaws.com/AWSRole", RoleSession.Kind.SERVICE_LINKED);
            default -> bound();
        };
    }

    Principal bound() {
        return switch (draw.below(8)) {
            case 0 -> new RootUser(account, draw.of(Credentials.values()));
            case 1 -> new FederatedUser(account, "alice");
            case 2 -> RoleSession.identityCenter(account, "Admin", draw.of("us-east-1", "eu-central-1"));
            case 3, 4, 5 -> IamUser.of(account, draw.of(NAMES), draw.of(Credentials.values()));
            default -> session(draw.of(RoleSession.Kind.values()));
        };
    }

    private Principal session(RoleSession.Kind kind) {
        if (kind == RoleSession.Kind.SERVICE_LINKED) {
            return session(RoleSession.Kind.ASSUMED);
        }
        RoleSession session = RoleSession.of(account, draw.of(NAMES), kind);
        return draw.chance(2) ? session.withSessionName("alice").withProvider("accounts.google.com") : session;
    }
}
