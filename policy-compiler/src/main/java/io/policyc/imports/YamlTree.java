package io.policyc.imports;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** YAML before it is written: text, lists and maps, and comments beside the entries of maps. */
sealed interface YamlTree {

    /** The same with each text changed; keys stay as they are. */
    YamlTree withTexts(UnaryOperator<String> change);

    /** A scalar. */
    record Text(String text) implements YamlTree {
        @Override
        public Text withTexts(UnaryOperator<String> change) {
            return new Text(change.apply(text));
        }
    }

    /** A key without a value. */
    record Nothing() implements YamlTree {
        @Override
        public Nothing withTexts(UnaryOperator<String> change) {
            return this;
        }
    }

    /** A list. */
    record Items(ImmutableList<YamlTree> items) implements YamlTree {
        @Override
        public Items withTexts(UnaryOperator<String> change) {
            return new Items(
                    items.stream().map(item -> item.withTexts(change)).collect(ImmutableList.toImmutableList()));
        }
    }

    /** A map, its entries in the order in which they are written. */
    record Entries(ImmutableList<Entry> entries) implements YamlTree {
        static final Entries NONE = new Entries(ImmutableList.of());

        static Entries of(String key, YamlTree value) {
            return NONE.with(key, value);
        }

        Entries with(String key, YamlTree value) {
            return with(new Entry(key, value, Optional.empty()));
        }

        Entries with(Entry entry) {
            return new Entries(
                    ImmutableList.<Entry>builder().addAll(entries).add(entry).build());
        }

        /** Both maps as one, maps under one key merged in turn; empty if they differ about a key. */
        Optional<Entries> merged(Entries others) {
            List<Entry> merged = new ArrayList<>(entries);
            for (Entry other : others.entries) {
                int at = indexOf(other.key());
                if (at < 0) {
                    merged.add(other);
                    continue;
                }
                if (!(merged.get(at).value() instanceof Entries here) || !(other.value() instanceof Entries there)) {
                    return Optional.empty();
                }
                Optional<Entries> both = here.merged(there);
                if (both.isEmpty()) {
                    return Optional.empty();
                }
                merged.set(at, new Entry(other.key(), both.get(), Optional.empty()));
            }
            return Optional.of(new Entries(ImmutableList.copyOf(merged)));
        }

        private int indexOf(String key) {
            for (int i = 0; i < entries.size(); i++) {
                if (entries.get(i).key().equals(key)) {
                    return i;
                }
            }
            return -1;
        }

        @Override
        public Entries withTexts(UnaryOperator<String> change) {
            return new Entries(entries.stream()
                    .map(entry -> new Entry(entry.key(), entry.value().withTexts(change), entry.comment()))
                    .collect(ImmutableList.toImmutableList()));
        }
    }

    /** An entry of a map, and what is noted beside it. */
    record Entry(String key, YamlTree value, Optional<String> comment) {}

    /** One text as a scalar, several as a list. */
    static YamlTree oneOrMany(ImmutableList<String> texts) {
        ImmutableList<YamlTree> items = texts.stream().map(Text::new).collect(ImmutableList.toImmutableList());
        return items.size() == 1 ? items.get(0) : new Items(items);
    }
}
