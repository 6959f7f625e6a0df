package io.policyc.endpoint;

import java.util.function.Consumer;

/**
 * What goes back to the client.
 *
 * @param summary one line for the log
 * @param root the name of the outermost element
 * @param content writes what is in it, but for the id of the request
 */
record Reply(int status, String summary, String root, Consumer<XmlText> content) {

    /** The result of an operation, in the element that clients look for. */
    static Reply result(String operation, String summary, XmlText result) {
        return new Reply(
                200,
                operation + ": " + summary,
                operation + "Response",
                xml -> xml.element(operation + "Result", () -> xml.append(result)));
    }

    static Reply error(ApiError error) {
        return new Reply(
                error.status(),
                error.status() + " " + error.code() + ": " + error.text(),
                "ErrorResponse",
                xml -> xml.element(
                        "Error",
                        () -> xml.text("Type", error.status() < 500 ? "Sender" : "Receiver")
                                .text("Code", error.code())
                                .text("Message", error.text())));
    }

    /** Our fault: the client learns that, the log what it was. */
    static Reply fault(Throwable fault) {
        Reply reply = error(ApiError.of(500, "InternalFailure", "the endpoint failed; its log says more"));
        return new Reply(reply.status, "500 InternalFailure: " + fault, reply.root, reply.content);
    }

    /** The whole text; where the id stands differs between results and errors. */
    String xml(String requestId) {
        XmlText xml = new XmlText();
        xml.root(root, () -> {
            content.accept(xml);
            if (status == 200) {
                xml.element("ResponseMetadata", () -> xml.text("RequestId", requestId));
            } else {
                xml.text("RequestId", requestId);
            }
        });
        return xml.toString();
    }
}
