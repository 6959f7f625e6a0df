package io.policyc.register;

import io.policyc.node.CsvText;

/** The register as CSV. */
final class RegisterCsv {
    private RegisterCsv() {}

    static String of(ExceptionRegister register) {
        StringBuilder csv = new StringBuilder(CsvText.line(ExceptionRegisterPrinter.COLUMNS));
        register.exceptions()
                .forEach(exception -> csv.append(CsvText.line(ExceptionRegisterPrinter.cells(exception, ""))));
        return csv.toString();
    }
}
