package io.policyc.endpoint;

import io.policyc.finding.Printable;
import java.util.Optional;

/**
 * The operations by their names.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/programming.html">Calling the IAM API using HTTP query
 *     requests</a>
 */
final class QueryApi {
    private static final String VERSION = "2010-05-08";

    private QueryApi() {}

    static Reply answer(byte[] body) {
        Parameters parameters = Parameters.of(Form.parse(body));
        Optional<String> action = parameters.text("Action");
        Optional<String> version = parameters.text("Version");
        if (action.isEmpty()) {
            throw ApiError.of(400, "MissingAction", "the request has no parameter `Action`");
        }
        if (!version.equals(Optional.of(VERSION))) {
            throw ApiError.of(
                    400,
                    "InvalidAction",
                    "Could not find operation " + Printable.line(action.get()) + " for version "
                            + Printable.line(version.orElse("NO_VERSION_SPECIFIED")) + "; here is " + VERSION);
        }
        return switch (action.get()) {
            case SimulateCustomPolicy.NAME -> SimulateCustomPolicy.answer(parameters);
            case GetContextKeysForCustomPolicy.NAME -> GetContextKeysForCustomPolicy.answer(parameters);
            case "SimulatePrincipalPolicy", "GetContextKeysForPrincipalPolicy" ->
                throw ApiError.of(
                        400,
                        "InvalidAction",
                        "this endpoint has no account, so it knows no policies of principals: send them with "
                                + SimulateCustomPolicy.NAME + " or " + GetContextKeysForCustomPolicy.NAME);
            default ->
                throw ApiError.of(
                        400,
                        "InvalidAction",
                        "Could not find operation " + Printable.line(action.get()) + " for version " + VERSION
                                + "; here are " + SimulateCustomPolicy.NAME + " and "
                                + GetContextKeysForCustomPolicy.NAME);
        };
    }
}
