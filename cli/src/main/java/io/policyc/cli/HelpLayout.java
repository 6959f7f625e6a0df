package io.policyc.cli;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * How help looks: plain text of at most {@value #WIDTH} columns; what a command is for, then its own options in the order
 * in which they are declared, then those that every command has, then examples.
 */
final class HelpLayout {
    private static final int WIDTH = 100;
    private static final String COMMON = "commonOptions";

    private static final ImmutableList<String> SECTIONS = ImmutableList.of(
            UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS,
            UsageMessageSpec.SECTION_KEY_HEADER,
            UsageMessageSpec.SECTION_KEY_DESCRIPTION,
            UsageMessageSpec.SECTION_KEY_PARAMETER_LIST,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            COMMON,
            UsageMessageSpec.SECTION_KEY_FOOTER_HEADING,
            UsageMessageSpec.SECTION_KEY_FOOTER);

    private HelpLayout() {}

    /** For a command and its subcommands. */
    static void apply(CommandLine line) {
        line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(WIDTH);
        line.setHelpSectionKeys(SECTIONS);
        line.getHelpSectionMap()
                .put(
                        UsageMessageSpec.SECTION_KEY_OPTION_LIST,
                        own(option -> !option.inherited() && !option.usageHelp() && !isRoot(option)));
        line.getHelpSectionMap().put(COMMON, common());
        line.getSubcommands().values().forEach(HelpLayout::apply);
        UsageMessageSpec usage = line.getCommandSpec().usageMessage();
        usage.abbreviateSynopsis(true);
        usage.sortOptions(false);
        usage.synopsisHeading("Usage: ");
    }

    /** The options of the command without a subcommand are those that all have. */
    private static boolean isRoot(OptionSpec option) {
        return option.command() != null && option.command().parent() == null;
    }

    private static IHelpSectionRenderer own(Predicate<OptionSpec> isOwn) {
        return help -> {
            List<OptionSpec> own = help.commandSpec().options().stream()
                    .filter(option -> option.group() == null && isOwn.test(option))
                    .toList();
            String list = own.isEmpty() ? "" : "\nOptions:\n" + help.optionListExcludingGroups(own);
            return list + help.optionListGroupSections();
        };
    }

    private static IHelpSectionRenderer common() {
        return help -> {
            boolean root = help.commandSpec().parent() == null;
            List<OptionSpec> common = help.commandSpec().options().stream()
                    .filter(option -> root || option.inherited())
                    .toList();
            return "\nOptions of every command:\n" + help.optionListExcludingGroups(common);
        };
    }
}
