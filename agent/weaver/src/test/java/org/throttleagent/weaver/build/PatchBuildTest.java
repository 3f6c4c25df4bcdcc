package org.throttleagent.weaver.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.throttleagent.weaver.Patch;
import org.throttleagent.weaver.PatchIndex;

class PatchBuildTest {
    private final List<String> notes = new ArrayList<>();

    @TempDir
    private Path classes = Path.of("");

    private void build(Class<?>... module) throws IOException {
        for (Class<?> type : module) {
            Path file = classes.resolve(Type.getInternalName(type) + ".class");
            Files.createDirectories(file.getParent());
            Files.write(file, Weavings.classFile(type));
        }
        ClassFiles classPath = ClassFiles.of(PatchBuildTest.class.getClassLoader());
        new PatchBuild(classes, classPath, Runtime.version().feature(), notes::add).run();
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                fault(FaultyHooks.UsesLambda.class, "uses invokedynamic (java/lang/invoke/LambdaMetafactory"),
                fault(FaultyHooks.UsesClassLiteral.class, "uses a class literal, java.lang.String"),
                fault(
                        FaultyHooks.CallsTheAgent.class,
                        "uses org.throttleagent.weaver.build.Trace, which the target may"),
                fault(FaultyHooks.CatchesAgentType.class, "uses org.throttleagent.weaver.build.WeavingException"),
                fault(FaultyHooks.NotInlined.class, "uses org.throttleagent.weaver.build.FaultyHooks$NotInlined"),
                fault(
                        FaultyHooks.CallsStaticInterfaceMethod.class,
                        "calls java/util/Comparator.naturalOrder, a static"),
                fault(FaultyHooks.KeepsArgumentsInPlace.class, "is backupArguments false?"),
                fault(FaultyHooks.UndeclaredField.class, "Byte Buddy cannot weave it: "),
                fault(FaultyHooks.FieldWithoutType.class, "must be name:descriptor, not \"field\""),
                fault(
                        FaultyHooks.AbsentField.class,
                        "there is no field field:J in org.throttleagent.weaver.build.Sample"),
                fault(
                        FaultyHooks.AbsentInheritedField.class,
                        "there is no field gone:J in org.throttleagent.weaver.build.SampleBase"),
                fault(FaultyHooks.IntoConstructor.class, "a constructor or type initialiser cannot be a target"),
                fault(FaultyHooks.IntoTypeInitialiser.class, "a constructor or type initialiser cannot be a target"),
                fault(FaultyHooks.AbsentEverywhere.class, "there is no class no.Such"),
                fault(FaultyHooks.AbsentEverywhere.class, "there is no such method in the class"),
                fault(FaultyHooks.NotStatic.class, "there is no such method in the class"),
                fault(FaultyHooks.AbsentFromJdk.class, "there is no such method in the class of JDK "),
                fault(FaultyHooks.OddVersion.class, "not a feature version of the JDK, such as 11: \"1.8\""),
                fault(
                        FaultyHooks.OfNamelessClient.class,
                        "Adapters$Nameless, has no @ClientId or is not in this module"),
                fault(FaultyHooks.NoAdvice.class, "Byte Buddy cannot weave it: "));
    }

    private static Arguments fault(Class<?> hook, String why) {
        return Arguments.of(hook, why);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void refuses(Class<?> hook, String why) {
        assertThatThrownBy(() -> build(hook, Adapters.OfLibrary.class, Adapters.OfJdk.class, Adapters.Nameless.class))
                .isInstanceOf(WeavingException.class)
                .hasMessageContaining(hook.getName())
                .hasMessageContaining(why);
    }

    @Test
    void writesPatchesAndIndex() throws IOException {
        build(GoodHooks.Loop.class, GoodHooks.Nothing.class, Adapters.OfLibrary.class);

        List<PatchIndex.Entry> index =
                PatchIndex.read(Files.readString(classes.resolve("META-INF/throttle/sample-client.index")));
        assertThat(index).extracting(PatchIndex.Entry::descriptor).containsExactly("(I)I", "(J)I", "(I)V");
        PatchIndex.Entry loop = index.get(0);
        assertThat(loop.type()).isEqualTo(Sample.class.getName());
        assertThat(loop.method()).isEqualTo("loop");
        assertThat(loop.isStatic()).isFalse();
        assertThat(loop.resource()).isEqualTo("META-INF/throttle/patches/sample-client/GoodHooks$Loop-1.class");
        assertThat(loop.adapter()).isEqualTo(Adapters.OfLibrary.class.getName());
        assertThat(loop.clientId()).isEqualTo("sample-client");
        assertThat(loop.library()).isTrue();
        assertThat(loop.fields()).containsExactly("field:I", "flag:Z");
        assertThat(loop.inheritedFrom()).isNull();
        assertThat(loop.since()).isEqualTo("2.0");
        assertThat(loop.until()).isNull();
        assertThat(index.get(1).until()).isEqualTo("2.0");
        assertThat(index.get(1).fields()).containsExactly("flag:Z");
        assertThat(index.get(2).inheritedFrom()).isEqualTo(SampleBase.class.getName());
        for (PatchIndex.Entry entry : index) {
            Patch patch = Patch.read(Files.readAllBytes(classes.resolve(entry.resource())));
            assertThat(patch.owner().replace('/', '.')).isEqualTo(entry.type());
            assertThat(patch.method()).isEqualTo(entry.method());
            assertThat(patch.descriptor()).isEqualTo(entry.descriptor());
            assertThat(patch.isStatic()).isEqualTo(entry.isStatic());
            assertThat(patch.fields()).isEqualTo(entry.fields());
        }
    }

    @Test
    void notesTheHooksOfOtherJdks() throws IOException {
        build(GoodHooks.Write.class, Adapters.OfJdk.class);

        assertThat(notes)
                .containsExactly(GoodHooks.Write.class.getName()
                        + " for sun.net.www.protocol.http.HttpURLConnection.writeRequests(Z)V: not checked, it is not for JDK "
                        + Runtime.version().feature());
        assertThat(PatchIndex.read(Files.readString(classes.resolve("META-INF/throttle/jdk-client.index"))))
                .hasSize(2)
                .noneMatch(PatchIndex.Entry::library);
    }

    @Test
    void aSecondBuildLeavesNothingOfTheFirst() throws IOException {
        build(GoodHooks.Loop.class, GoodHooks.Write.class, Adapters.OfLibrary.class, Adapters.OfJdk.class);
        byte[] first = Files.readAllBytes(classes.resolve("META-INF/throttle/sample-client.index"));
        Files.delete(classes.resolve(Type.getInternalName(GoodHooks.Write.class) + ".class"));

        build();

        assertThat(classes.resolve("META-INF/throttle/jdk-client.index")).doesNotExist();
        assertThat(classes.resolve("META-INF/throttle/patches/jdk-client")).doesNotExist();
        assertThat(classes.resolve("META-INF/throttle/sample-client.index")).hasBinaryContent(first);
    }

    @Test
    void aFolderThatIsNotThereHasNoHooks() throws IOException {
        PatchBuild.main(new String[] {classes.resolve("none").toString()});

        assertThat(classes).isEmptyDirectory();
    }
}
