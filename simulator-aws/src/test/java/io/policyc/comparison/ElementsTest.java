package io.policyc.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;

final class ElementsTest {
    /** Of what has to be there everything stays, in its order, and of the rest nothing. */
    @Property
    void exactlyWhatIsNeededStays(
            @ForAll @Size(max = 20) @UniqueElements List<@IntRange(max = 50) Integer> all,
            @ForAll List<@IntRange(max = 50) Integer> needed) {
        List<Integer> wanted = all.stream().filter(needed::contains).toList();
        ImmutableList<Integer> fewest = Elements.fewest(ImmutableList.copyOf(all), some -> some.containsAll(wanted));
        assertThat(fewest).containsExactlyElementsOf(wanted);
    }

    /** Of two that can stand for each other one stays. */
    @Property
    void nothingMoreCanBeTakenOutAlone(@ForAll @Size(min = 2, max = 20) @UniqueElements List<Integer> all) {
        int one = all.get(0);
        int other = all.get(all.size() - 1);
        ImmutableList<Integer> fewest =
                Elements.fewest(ImmutableList.copyOf(all), some -> some.contains(one) || some.contains(other));
        assertThat(fewest).hasSize(1).containsAnyOf(one, other);
    }
}
