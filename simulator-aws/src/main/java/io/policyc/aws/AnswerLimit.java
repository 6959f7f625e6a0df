package io.policyc.aws;

import com.google.common.io.ByteStreams;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Ends an answer that is longer than any can be, so that it cannot be read. */
final class AnswerLimit implements ExecutionInterceptor {
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        return context.responseBody().map(body -> ByteStreams.limit(body, MOST_BYTES));
    }
}
