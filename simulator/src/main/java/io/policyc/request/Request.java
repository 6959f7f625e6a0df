package io.policyc.request;

import com.google.common.collect.ImmutableList;
import io.policyc.policy.ConditionKey;
import io.policyc.vocabulary.Client;
import io.policyc.vocabulary.Regions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One call as IAM sees it: principal, action, resources and context.
 *
 * @param action {@code service:Name}, no wildcards
 * @param resources ARNs, or {@code *} for actions without resource types; the call is allowed only if each one is.
 *     Unknown if there are none
 * @param context every key that is known to be present or absent; all others are unknown
 */
public record Request(Principal principal, String action, ImmutableList<String> resources, RequestContext context) {

    /** Stands for the resource among the unknown keys of a decision. */
    public static final ConditionKey RESOURCE = ConditionKey.placeholder("resource");

    /** Stands for the name of a role's session among the unknown keys of a decision. */
    public static final ConditionKey SESSION_NAME = ConditionKey.placeholder("session name");

    /** Stands for the policy of a role or a key, which has one for certain, where it was not given. */
    public static final ConditionKey RESOURCE_POLICY = ConditionKey.placeholder("resource policy");

    /** Stands for the IAM user who asked for a federated user's session. */
    public static final ConditionKey FEDERATING_USER = ConditionKey.placeholder("federating user");

    /** All that stand for something else than a key. */
    public static final ImmutableList<ConditionKey> PLACEHOLDERS =
            ImmutableList.of(RESOURCE, SESSION_NAME, FEDERATING_USER, RESOURCE_POLICY);

    public Request {
        if (action.indexOf(':') < 1) {
            throw new IllegalArgumentException("an action is service:Name: " + action);
        }
    }

    public static Builder builder(Principal principal, String action) {
        return new Builder(principal, action);
    }

    /** The same request with keys over those that it has. */
    public Request with(Map<ConditionKey, ContextValue> over) {
        return new Request(principal, action, resources, context.with(over));
    }

    /**
     * Puts a request together. The principal's keys come first, then what the call itself says (Region, client, …), then
     * what is given by {@link #context}, {@link #absent} and {@link #unknown}; later ones win.
     */
    public static final class Builder {
        private final Principal principal;
        private final String action;
        private final ContextBuilder call = new ContextBuilder();
        private final Map<ConditionKey, ContextValue> given = new LinkedHashMap<>();
        private ImmutableList<String> resources = ImmutableList.of();

        private Builder(Principal principal, String action) {
            this.principal = principal;
            this.action = action;
            call.present("aws:ViaAWSService", false).absent("aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast");
            Regions.onlyRegionOf(action).ifPresent(region -> call.present("aws:RequestedRegion", region));
        }

        /** The resources; {@code *} for actions without resource types. Unknown if none are given. */
        public Builder resources(Iterable<String> arns) {
            resources = ImmutableList.copyOf(arns);
            return this;
        }

        public Builder resource(String arn) {
            return resources(ImmutableList.of(arn));
        }

        /** The account that owns the resources, twelve digits. */
        public Builder resourceAccount(String id) {
            call.present("aws:ResourceAccount", id);
            return this;
        }

        /** The Region of the endpoint. Services that have one endpoint keep theirs, as AWS does. */
        public Builder region(String region) {
            if (Regions.onlyRegionOf(action).isEmpty()) {
                call.present("aws:RequestedRegion", region);
            }
            return this;
        }

        /** A real user agent of a client family. */
        public Builder client(Client client) {
            return userAgent(client.userAgent());
        }

        public Builder userAgent(String userAgent) {
            call.present("aws:UserAgent", userAgent);
            return this;
        }

        /** The time of the call. */
        public Builder time(Instant instant) {
            call.present("aws:CurrentTime", instant.toString())
                    .present("aws:EpochTime", String.valueOf(instant.getEpochSecond()));
            return this;
        }

        /** A call over the internet: the source address is known and no VPC endpoint is in between. */
        public Builder sourceIp(String address) {
            call.present("aws:SourceIp", address)
                    .absent("aws:SourceVpc", "aws:SourceVpce", "aws:VpcSourceIp", "aws:SourceVpcArn")
                    .absent("aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths");
            return this;
        }

        /**
         * A forward access session: an AWS service calls on with the principal's identity. For an access key of an IAM user it
         * does so with temporary credentials, which say that MFA was not used.
         *
         * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html">Forward access
         *     sessions</a>
         * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">
         *     aws:MultiFactorAuthPresent</a>
         */
        public Builder via(String service) {
            call.present("aws:ViaAWSService", true)
                    .list("aws:CalledVia", ImmutableList.of(service))
                    .present("aws:CalledViaFirst", service)
                    .present("aws:CalledViaLast", service)
                    .absent("aws:SourceVpc", "aws:SourceVpce", "aws:VpcSourceIp");
            if (principal instanceof IamUser user && user.credentials() == Credentials.LONG_LIVED) {
                // Whether they carry an issue time as well is not documented.
                call.present("aws:MultiFactorAuthPresent", false).unknown("aws:TokenIssueTime");
            }
            return this;
        }

        public Builder context(String key, String value) {
            given.put(ConditionKey.of(key), ContextValue.of(value));
            return this;
        }

        public Builder context(String key, Iterable<String> values) {
            given.put(ConditionKey.of(key), ContextValue.listOf(values));
            return this;
        }

        public Builder absent(String key) {
            given.put(ConditionKey.of(key), ContextValue.ABSENT);
            return this;
        }

        public Builder unknown(String key) {
            given.put(ConditionKey.of(key), ContextValue.UNKNOWN);
            return this;
        }

        /** The keys that the principal or the call itself fill, before what is given is laid over them. */
        public RequestContext derived() {
            RequestContext context = RequestContext.of(new ContextBuilder()
                    .putAll(principal.context())
                    .putAll(call.build())
                    .build());
            boolean shown = principal instanceof WebIdentity identity
                    && identity.token().isPresent();
            return shown ? context.withAllClaims() : context;
        }

        public Request build() {
            return new Request(principal, action, resources, derived().with(given));
        }
    }
}
