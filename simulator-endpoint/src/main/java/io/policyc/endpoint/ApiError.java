package io.policyc.endpoint;

/**
 * An answer that is an error, in the words of AWS where they are known.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html">Common errors</a>
 */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    private ApiError(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    static ApiError of(int status, String code, String message) {
        return new ApiError(status, code, message);
    }

    /** Input that the operation refuses. */
    static ApiError invalidInput(String message) {
        return new ApiError(400, "InvalidInput", message);
    }

    /** Input that is not of the form of the operation. */
    static ApiError malformed(String message) {
        return new ApiError(400, "MalformedInput", message);
    }

    /**
     * A parameter outside of its documented bounds.
     *
     * @param path as AWS writes it: {@code actionNames.1.member}
     */
    static ApiError validation(String value, String path, String constraint) {
        return new ApiError(
                400,
                "ValidationError",
                "1 validation error detected: Value " + value + " at '" + path
                        + "' failed to satisfy constraint: Member must " + constraint);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
