package io.policyc.endpoint;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls an endpoint as clients of the Query API do. */
final class Calls {
    static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    private Calls() {}

    /** What came back. */
    record Answer(int status, String text) {}

    static String body(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static Answer post(URI endpoint, byte[] body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) endpoint.resolve("/").toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", FORM);
        connection.setReadTimeout(20_000);
        connection.setDoOutput(true);
        connection.getOutputStream().write(body);
        int status = connection.getResponseCode();
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static Answer post(URI endpoint, Map<String, String> parameters) throws IOException {
        return post(endpoint, body(parameters).getBytes(StandardCharsets.UTF_8));
    }
}
