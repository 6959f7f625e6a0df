package io.policyc.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AwsOptionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://iam.amazonaws.com",
                "HTTPS://vpce-0a1.iam.example/",
                "http://localhost:8080",
                "http://127.0.0.1:1",
                "http://127.9.9.9",
                "http://[::1]:8080/"
            })
    void callsGoByHttpsOrToThisMachine(String uri) {
        assertThat(AwsOptions.isEndpoint(URI.create(uri))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://iam.amazonaws.com",
                "http://128.0.0.1",
                "http://localhost.example.com",
                "http://0.0.0.0:80",
                "ftp://localhost",
                "localhost:8080",
                "/path",
                "",
                "https://user:secret@iam.example",
                "https://iam.example/?a=b",
                "mailto:a@example.com"
            })
    void andNowhereElse(String uri) {
        URI parsed = URI.create(uri);
        assertThat(AwsOptions.isEndpoint(parsed)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> AwsOptions.DEFAULT.withEndpoint(parsed));
    }

    @Test
    void thereIsAtLeastOneAttempt() {
        assertThatIllegalArgumentException().isThrownBy(() -> AwsOptions.DEFAULT.withAttempts(0));
        assertThatIllegalArgumentException().isThrownBy(() -> AwsOptions.DEFAULT.withCallsPerSecond(0));
        assertThatIllegalArgumentException().isThrownBy(() -> AwsOptions.DEFAULT.withCallsPerSecond(Double.NaN));
    }
}
