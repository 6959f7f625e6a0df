package io.policyc.alert;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import io.policyc.alert.Alert.Place;
import io.policyc.alert.Alert.RaisedBy;
import io.policyc.alert.Alert.Urgency;
import io.policyc.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The alerts that are ready, by name. Their patterns are files beside this class. */
public final class Alerts {
    private static final ImmutableList<Alert> ALL = ImmutableList.of(
            ofIam(
                    "access-key-activated",
                    "an inactive access key was made active again",
                    "A key that was switched off on the way to its end is in use again. Ask its owner; switch it off again.",
                    Urgency.HIGH),
            ofIam(
                    "access-key-created",
                    "an access key was created",
                    "Every new key is one more to migrate. Find the request that it belongs to, or delete it.",
                    Urgency.HIGH),
            new Alert(
                    "call-denied-by-scp",
                    "a service control policy denied a call",
                    "Somebody still does what the policy ends. Find the owner before the next phase; an exception needs one too.",
                    Urgency.MEDIUM,
                    RaisedBy.DENIAL,
                    Place.EVERY_REGION,
                    true,
                    pattern("call-denied-by-scp")),
            ofIam(
                    "login-profile-created",
                    "an IAM user was given a password",
                    "People sign in through IAM Identity Center. Delete the login profile, or find the request for it.",
                    Urgency.HIGH),
            new Alert(
                    "root-access-key-used",
                    "an access key of the root user was used",
                    "Nothing needs this key, and no policy of its account limits it. Deactivate it, then look at what it did.",
                    Urgency.CRITICAL,
                    RaisedBy.ANY,
                    Place.EVERY_REGION,
                    true,
                    pattern("root-access-key-used")),
            ofIam(
                    "service-credential-created",
                    "a service-specific credential was created, reset or made active",
                    "These credentials live as long as keys, and no credential report lists them. Find the request, or delete it.",
                    Urgency.HIGH));

    private Alerts() {}

    /** All of them, sorted by name. */
    public static ImmutableList<Alert> all() {
        return ALL;
    }

    public static ImmutableList<String> names() {
        return ALL.stream().map(Alert::name).collect(ImmutableList.toImmutableList());
    }

    public static Optional<Alert> named(String name) {
        return ALL.stream().filter(alert -> alert.name().equals(name)).findFirst();
    }

    /** Attempts of these that fail changed nothing; those that an SCP denied raise an alert of their own. */
    private static Alert ofIam(String name, String title, String why, Urgency urgency) {
        return new Alert(name, title, why, urgency, RaisedBy.SUCCESS, Place.REGION_OF_IAM, false, pattern(name));
    }

    private static EventPattern pattern(String name) {
        String file = name + ".json";
        try {
            String text = Resources.toString(Resources.getResource(Alerts.class, file), StandardCharsets.UTF_8);
            return EventPattern.read(SourceText.of(file, text)).orThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
