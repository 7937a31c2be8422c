package dev.unbraid.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Damaged and malicious torch files: each is refused with a sentence that names the file, and none runs or fills anything.
class HostileCheckpointTest {
    private static final Map<String, byte[]> STORAGES = Map.of("0", TorchFiles.halves(1, 2, 3, 4));

    @TempDir
    Path folder;

    static Stream<Arguments> pickles() {
        return Stream.of(
                bad("os.system", "os.system", p -> p.global("os", "system").text("touch /tmp/owned").op(Opcode.TUPLE1, Opcode.REDUCE)),
                bad("posix.system", "posix.system", p -> p.global("posix", "system").text("x").op(Opcode.TUPLE1, Opcode.REDUCE)),
                bad("eval", "builtins.eval", p -> p.global("builtins", "eval").text("1").op(Opcode.TUPLE1, Opcode.REDUCE)),
                bad("Popen", "subprocess.Popen", p -> p.global("subprocess", "Popen").text("sh").op(Opcode.TUPLE1, Opcode.REDUCE)),
                bad("getattr", "builtins.getattr", p -> p.global("builtins", "getattr")),
                bad("a name off the stack", "os.system", p -> p.text("os").text("system").op(Opcode.STACK_GLOBAL)),
                bad("an attribute of an allowed module", "torch.load", p -> p.global("torch", "load")),
                bad("an object of the class", "0x81", p -> p.global("demucs.htdemucs", "HTDemucs").op(Opcode.EMPTY_TUPLE, 0x81)),
                bad("a call of the class", "only be named", p -> p.global("demucs.htdemucs", "HTDemucs").op(Opcode.EMPTY_TUPLE, Opcode.REDUCE)),
                bad("a call of a storage type", "only be named", p -> p.global("torch", "HalfStorage").op(Opcode.EMPTY_TUPLE, Opcode.REDUCE)),
                bad("a call of a text", "calls a Text", p -> p.text("x").op(Opcode.EMPTY_TUPLE, Opcode.REDUCE)),
                bad("the INST opcode", "0x69", p -> p.op(Opcode.MARK).op('i').text("os")),
                bad("an extension registry's opcode", "0x82", p -> p.op(0x82, 1)),
                bad("an unknown opcode", "0xff", p -> p.op(0xff)),
                bad("protocol 9", "protocol 9", p -> p.op(Opcode.PROTO, 9)),
                bad("a text of 2 GB", "2147483647 bytes", p -> p.int32(Opcode.BINUNICODE, Integer.MAX_VALUE)),
                bad("a text of negative length", "4294967295 bytes", p -> p.int32(Opcode.BINUNICODE, -1)),
                bad("bytes of 1 GB", "1073741824 bytes", p -> p.int32(Opcode.BINBYTES, 1 << 30)),
                bad("an integer of 255 bytes", "255 bytes", p -> p.op(Opcode.LONG1, 255)),
                bad("a flood of marks", "nests more than", p -> p.op(repeat(Opcode.MARK, 100_000))),
                bad("a flood of dicts", "steps", p -> p.op(repeat(Opcode.EMPTY_DICT, 2_000_000))),
                bad("a name without end", "longer than", p -> p.op(Opcode.GLOBAL).op(repeat('a', 5_000))),
                bad("a value that was never stored", "never stored", p -> p.op(Opcode.BINGET, 7)),
                bad("a tuple that was never opened", "never opened", p -> p.op(Opcode.TUPLE)),
                bad("an empty stack", "more values than it has", p -> p.op(Opcode.TUPLE3)),
                bad("a key without value", "key without a value", p -> p.op(Opcode.EMPTY_DICT, Opcode.MARK, Opcode.NONE, Opcode.SETITEMS)),
                bad("a list as key", "as a key", p -> p.op(Opcode.EMPTY_DICT, Opcode.EMPTY_LIST, Opcode.NONE, Opcode.SETITEM)),
                bad("items of a text", "sets items of a Text", p -> p.text("x").op(Opcode.NONE, Opcode.NONE, Opcode.SETITEM)),
                bad("state of a class", "sets the state", p -> p.global("demucs.htdemucs", "HTDemucs").op(Opcode.EMPTY_DICT, Opcode.BUILD)),
                bad("a fraction by zero", "fraction", p -> p.global("fractions", "Fraction").text("1/0").op(Opcode.TUPLE1, Opcode.REDUCE)),
                bad("a fraction of words", "fraction", p -> p.global("fractions", "Fraction").text("__import__").op(Opcode.TUPLE1, Opcode.REDUCE)),
                bad("a persistent id that is a text", "no storage", p -> p.text("x").op(Opcode.BINPERSID)),
                bad("nothing at all", "more values than it has", p -> { }));
    }

    static Stream<Arguments> states() {
        return Stream.of(
                bad("strides beyond the storage", "outside its storage", p -> p.tensor("HalfStorage", "0", 4, 0, new long[] {2, 2}, new long[] {3, 1})),
                bad("an offset beyond the storage", "outside its storage", p -> p.tensor("HalfStorage", "0", 4, 4, new long[] {1}, new long[] {1})),
                bad("a negative stride", "impossible", p -> p.tensor("HalfStorage", "0", 4, 3, new long[] {2}, new long[] {-1})),
                bad("a negative offset", "impossible", p -> p.tensor("HalfStorage", "0", 4, -1, new long[] {1}, new long[] {1})),
                bad("strides that overflow", "outside its storage", p -> p.tensor("HalfStorage", "0", 4, 0,
                        new long[] {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE},
                        new long[] {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE})),
                bad("a size of 2^40", "impossible", p -> p.tensor("HalfStorage", "0", 4, 0, new long[] {1L << 40}, new long[] {0})),
                bad("a huge expand", "larger than", p -> p.tensor("HalfStorage", "0", 4, 0, new long[] {1 << 20, 1 << 20}, new long[] {0, 0})),
                bad("an expand larger than the file", "more room than the file", p -> p.tensor("HalfStorage", "0", 4, 0, new long[] {1 << 20}, new long[] {0})),
                bad("nine axes", "wrongly", p -> p.tensor("HalfStorage", "0", 4, 0, new long[9], new long[9])),
                bad("more sizes than strides", "wrongly", p -> p.tensor("HalfStorage", "0", 4, 0, new long[2], new long[1])),
                bad("a storage of another size", "should have 12", p -> p.tensor("HalfStorage", "0", 6)),
                bad("a storage of 2^40", "claims 1099511627776", p -> p.tensor("HalfStorage", "0", 1L << 40)),
                bad("a storage of negative size", "claims -4", p -> p.tensor("HalfStorage", "0", -4)),
                bad("a storage that is missing", "data/9 is missing", p -> p.tensor("HalfStorage", "9", 4)),
                bad("a storage outside its folder", "is missing", p -> p.tensor("HalfStorage", "../data.pkl", 4)),
                bad("one storage of two types", "two different ways",
                        p -> p.tensor("HalfStorage", "0", 4).text("b").tensor("FloatStorage", "0", 2)),
                bad("a quantized type", "QInt8Storage", p -> p.tensor("QInt8Storage", "0", 4)),
                bad("a tensor that is none", "no tensor", p -> p.op(Opcode.NONE)),
                bad("a list inside itself", "no tensor", p -> p.op(Opcode.EMPTY_LIST, Opcode.BINPUT, 9, Opcode.BINGET, 9, Opcode.APPEND)),
                bad("a quantized state", "diffq", p -> p.tensor("HalfStorage", "0", 4).text("__quantized").op(Opcode.NEWTRUE)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pickles")
    void aPickleIsRefused(String what, String reason, Consumer<PickleBuilder> content) throws IOException {
        assertRefused(TorchFiles.zip(folder.resolve("bad.th"), PickleBuilder.of(content), STORAGES), reason);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pickles")
    void aLegacyPickleIsRefused(String what, String reason, Consumer<PickleBuilder> content) throws IOException {
        assertRefused(TorchFiles.legacy(folder.resolve("bad.th"), PickleBuilder.of(content), STORAGES, 2), reason);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("states")
    void aTensorIsRefused(String what, String reason, Consumer<PickleBuilder> content) throws IOException {
        byte[] pickle = PickleBuilder.packageWithState(p -> content.accept(p.text("a")));
        assertRefused(TorchFiles.zip(folder.resolve("bad.th"), pickle, STORAGES), reason);
    }

    @Test
    void argumentsThatHoldThemselvesOrMultiplyAreRefused() throws IOException {
        Consumer<PickleBuilder> itself = p -> p.op(Opcode.EMPTY_LIST, Opcode.BINPUT, 9, Opcode.BINGET, 9, Opcode.APPEND);
        Consumer<PickleBuilder> laughs = p -> {
            p.number(1);
            for (int level = 0; level < 12; level++) {
                p.op(Opcode.BINPUT, level, Opcode.BINGET, level, Opcode.BINGET, level, Opcode.TUPLE3);
            }
        };
        for (Consumer<PickleBuilder> value : List.of(itself, laughs)) {
            byte[] pickle = PickleBuilder.of(p -> {
                p.op(Opcode.EMPTY_DICT, Opcode.MARK).text("klass").global("demucs.htdemucs", "HTDemucs");
                p.text("state").op(Opcode.EMPTY_DICT).text("kwargs").op(Opcode.EMPTY_DICT).text("channels");
                value.accept(p);
                p.op(Opcode.SETITEM, Opcode.SETITEMS);
            });
            assertRefused(TorchFiles.zip(folder.resolve("bad.th"), pickle, STORAGES), "argument channels");
        }
    }

    @Test
    void anotherNetworksCheckpointIsNamed() throws IOException {
        byte[] pickle = PickleBuilder.of(p -> p.op(Opcode.EMPTY_DICT, Opcode.MARK)
                .text("klass").global("demucs.hdemucs", "HDemucs").text("state").op(Opcode.EMPTY_DICT, Opcode.SETITEMS));
        assertRefused(TorchFiles.zip(folder.resolve("bad.th"), pickle, STORAGES), "demucs.hdemucs.HDemucs");
    }

    @Test
    void aCompressedPickleIsRefused() throws IOException {
        Path file = folder.resolve("bad.th");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            TorchFiles.put(zip, "archive/data.pkl", new byte[100_000], ZipEntry.DEFLATED);
        }
        assertRefused(file, "compressed");
    }

    @Test
    void anOversizedPickleIsRefused() throws IOException {
        assertRefused(TorchFiles.zip(folder.resolve("bad.th"), new byte[(16 << 20) + 1], Map.of()), "more than any checkpoint needs");
    }

    @Test
    void twoPicklesAreRefused() throws IOException {
        Path file = folder.resolve("bad.th");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            TorchFiles.put(zip, "a/data.pkl", new byte[1], ZipEntry.STORED);
            TorchFiles.put(zip, "b/data.pkl", new byte[1], ZipEntry.STORED);
        }
        assertRefused(file, "two checkpoints");
    }

    @Test
    void aFlippedBitInATensorIsFound() throws IOException {
        Path file = good();
        byte[] bytes = Files.readAllBytes(file);
        int at = indexOf(bytes, TorchFiles.halves(1, 2, 3, 4));
        bytes[at] ^= 1;
        Files.write(file, bytes);
        assertRefused(file, "checksum");
    }

    @Test
    void aZipWhoseTableLiesIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(good());
        ByteBuffer patched = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.length - 22;
        patched.putInt(end + 16, Integer.MAX_VALUE);
        assertRefused(Files.write(folder.resolve("offset.th"), bytes), "table of contents");
        patched.putInt(end + 16, 0);
        assertRefused(Files.write(folder.resolve("elsewhere.th"), bytes), "table of contents");
        patched.putShort(end + 10, (short) -1);
        assertRefused(Files.write(folder.resolve("count.th"), bytes), "65535 entries");
    }

    @Test
    void aFileCutAnywhereIsRefused() throws IOException {
        byte[] pickle = PickleBuilder.packageWithState(p -> p.text("a").tensor("HalfStorage", "0", 4));
        Path zip = TorchFiles.zip(folder.resolve("zip.th"), pickle, STORAGES);
        Path legacy = TorchFiles.legacy(folder.resolve("legacy.th"), pickle, STORAGES, 2);
        for (Path whole : List.of(zip, legacy)) {
            byte[] bytes = Files.readAllBytes(whole);
            for (int length = 0; length < bytes.length; length++) {
                Path cut = Files.write(folder.resolve("cut.th"), Arrays.copyOf(bytes, length));
                assertThatThrownBy(() -> CheckpointReader.read(cut)).as("%s cut at %d", whole, length).isInstanceOf(CheckpointException.class);
            }
        }
    }

    @Test
    void everyByteMayBeWrongWithoutAnythingButASentence() throws Exception {
        byte[] pickle = PickleBuilder.packageWithState(p -> p.text("a").tensor("HalfStorage", "0", 4));
        byte[] bytes = Files.readAllBytes(TorchFiles.legacy(folder.resolve("legacy.th"), pickle, STORAGES, 2));
        Path file = folder.resolve("wrong.th");
        int refused = 0;
        for (int at = 0; at < bytes.length; at++) {
            for (int value : new int[] {0, 0x28, 0x7f, 0xff}) {
                byte[] wrong = bytes.clone();
                wrong[at] = (byte) value;
                try {
                    CheckpointReader.read(Files.write(file, wrong));
                } catch (CheckpointException e) {
                    refused++;
                }
            }
        }
        assertThat(refused).isGreaterThan(bytes.length);
    }

    @Test
    void whatIsNoCheckpointAtAllIsSaid() throws IOException {
        assertRefused(Files.writeString(folder.resolve("page.th"), "<html>Not found</html>"), "no checkpoint");
        assertRefused(Files.write(folder.resolve("empty.th"), new byte[0]), "empty");
        assertRefused(folder.resolve("missing.th"), "no such file");
        assertRefused(folder, "folder");
        byte[] empty = PickleBuilder.of(p -> p.op(Opcode.EMPTY_DICT));
        assertRefused(TorchFiles.zip(folder.resolve("other.pt"), empty, Map.of()), "no demucs checkpoint");
        assertRefused(TorchFiles.legacy(folder.resolve("other.pt"), empty, Map.of(), 2), "no demucs checkpoint");
        assertRefused(TorchFiles.legacy(folder.resolve("other.pt"), empty, STORAGES, 2), "no tensor uses");
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            TorchFiles.put(out, "readme.txt", new byte[1], ZipEntry.STORED);
        }
        assertRefused(Files.write(folder.resolve("other.zip"), zip.toByteArray()), "without a torch checkpoint");
        assertRefused(Files.write(folder.resolve("other.pkl"), PickleBuilder.of(p -> p.text("hello"))), "no torch checkpoint");
    }

    private Path good() throws IOException {
        return TorchFiles.zip(folder.resolve("good.th"),
                PickleBuilder.packageWithState(p -> p.text("a").tensor("HalfStorage", "0", 4)), STORAGES);
    }

    private static void assertRefused(Path file, String reason) {
        assertThatThrownBy(() -> CheckpointReader.read(file))
                .isInstanceOf(CheckpointException.class)
                .hasMessageStartingWith(file.toString() + ": ")
                .hasMessageContaining(reason);
    }

    private static Arguments bad(String what, String reason, Consumer<PickleBuilder> content) {
        return arguments(what, reason, content);
    }

    private static int[] repeat(int opcode, int count) {
        int[] opcodes = new int[count];
        Arrays.fill(opcodes, opcode);
        return opcodes;
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new AssertionError("not found");
    }
}
