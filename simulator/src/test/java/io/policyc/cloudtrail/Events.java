package io.policyc.cloudtrail;

import io.policyc.evidence.Evidence;
import io.policyc.finding.Finding;
import io.policyc.node.JsonNodes;
import io.policyc.node.ObjectNode;
import io.policyc.policy.ConditionKey;
import io.policyc.request.Accounts;
import io.policyc.request.ContextValue;
import io.policyc.request.Request;
import io.policyc.request.RequestReader;
import io.policyc.source.SourceText;
import java.util.List;

/** Events to read, and what was read from them. */
final class Events {
    static final String ALICE = """
            "userIdentity": {"type": "IAMUser", "principalId": "AIDAEXAMPLE", "accountId": "111122223333",
              "arn": "arn:aws:iam::111122223333:user/dev/alice", "accessKeyId": "AKIAEXAMPLE", "userName": "alice"}""";

    private Events() {}

    /** A call of alice's with an access key; fields given replace those of the same name. */
    static String call(String... fields) {
        return event(
                List.of(
                        ALICE,
                        "\"eventSource\": \"s3.amazonaws.com\"",
                        "\"eventName\": \"ListBuckets\"",
                        "\"eventType\": \"AwsApiCall\"",
                        "\"awsRegion\": \"eu-west-1\"",
                        "\"eventTime\": \"2026-11-20T10:11:12Z\"",
                        "\"sourceIPAddress\": \"203.0.113.7\"",
                        "\"userAgent\": \"[aws-cli/2.31.0]\"",
                        "\"requestParameters\": null",
                        "\"tlsDetails\": {\"tlsVersion\": \"TLSv1.3\"}"),
                List.of(fields));
    }

    private static String event(List<String> usual, List<String> fields) {
        StringBuilder text = new StringBuilder("{\n");
        usual.stream()
                .filter(field -> fields.stream().noneMatch(given -> name(given).equals(name(field))))
                .forEach(field -> text.append(field).append(",\n"));
        fields.forEach(field -> text.append(field).append(",\n"));
        return text.append("\"eventVersion\": \"1.11\"\n}").toString();
    }

    private static String name(String field) {
        return field.substring(0, field.indexOf(':'));
    }

    static Evidence read(String... fields) {
        return CloudTrailReader.read(SourceText.of("event.json", call(fields))).orThrow();
    }

    static Request request(String... fields) {
        return request(read(fields), "{}");
    }

    static Request request(Evidence evidence, String over) {
        return evidence.requests(RequestReader.of(Accounts.WITHOUT_ORGANIZATION), object(over))
                .orThrow()
                .get(0)
                .request();
    }

    static ObjectNode object(String json) {
        return (ObjectNode) JsonNodes.read(SourceText.of("over", json)).orThrow();
    }

    static ContextValue key(Request request, String name) {
        return request.context().get(ConditionKey.of(name));
    }

    static List<String> helps(Evidence evidence) {
        return evidence.notes().stream()
                .map(Finding::help)
                .map(help -> help.orElse(""))
                .toList();
    }

    static List<String> notes(Evidence evidence) {
        return evidence.notes().stream().map(Finding::message).toList();
    }
}
