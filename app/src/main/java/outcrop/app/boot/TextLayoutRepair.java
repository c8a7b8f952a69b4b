package outcrop.app.boot;

import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Path;
import java.util.List;

/// Build step that repairs three faults of JavaFX's text layout on Linux, in the one class that has
/// them, `PangoGlyphLayout`.
///
/// 1. *Wrapped complex text throws.* `layout` keeps the native UTF-8 copy of each run in the map
///    `runUtf8`. When a line break splits a run, the shortened run is laid out again with the copy
///    of its former, longer text; the result is an `ArrayIndexOutOfBoundsException` or text drawn
///    twice. Repair: `layout` first drops and frees the copy of the run that it is about to lay
///    out.
/// 2. *Two threads corrupt native memory.* `dispose` hands the layout back to the shared pool and
///    frees its native copies only afterwards, when another thread may already use it. Repair:
///    `dispose` frees first and hands back last.
/// 3. *Two threads share one native font map*, which Pango does not allow (GLib warns of a
///    "corrupted double-linked list", later the process dies). Repair: the body of `layout` moves
///    into a static synchronized method, so that one thread at a time is inside.
///
/// The repaired class is written next to Outcrop's own classes, which precede the JavaFX jars on
/// the class path. JavaFX for Windows and macOS does without this class; there the step does
/// nothing. A JavaFX release with a different class makes the build fail: somebody has to see
/// whether the faults are gone. Facts and reasons: `docs/decisions/0005-text-layout-repair.md`.
public final class TextLayoutRepair {
  static final LibraryClass TARGET =
      new LibraryClass("com/sun/javafx/font/freetype/PangoGlyphLayout.class");

  private static final ClassDesc LAYOUT =
      ClassDesc.of("com.sun.javafx.font.freetype.PangoGlyphLayout");
  private static final ClassDesc NATIVE = ClassDesc.of("com.sun.javafx.font.freetype.OSPango");
  private static final String COPIES = "runUtf8";
  private static final String ONE_AT_A_TIME = "layoutOneAtATime";

  private TextLayoutRepair() {}

  /// Repairs the class of the JavaFX on the class path.
  ///
  /// @param arguments one element, the directory that receives the repaired class
  public static void main(String[] arguments) throws IOException {
    var original = TARGET.read();
    if (original.isPresent()) {
      TARGET.replaceIn(Path.of(arguments[0]), repaired(original.get()));
    }
  }

  /// Returns the repaired class file.
  ///
  /// @throws IllegalStateException if the class differs from the one that has the faults
  static byte[] repaired(byte[] original) {
    var classFile = ClassFile.of();
    ClassModel model = classFile.parse(original);
    require(
        model.fields().stream()
            .anyMatch(
                field ->
                    field.fieldName().equalsString(COPIES)
                        && field.fieldTypeSymbol().equals(ConstantDescs.CD_Map)),
        "it has no field 'Map " + COPIES + "'");
    requireLayoutKeepsCopies(instructions(model, "layout"));
    InvokeInstruction handBack = firstCallOfDispose(instructions(model, "dispose"));
    return classFile.transformClass(
        model,
        (repaired, element) -> {
          switch (element) {
            case MethodModel method when method.methodName().equalsString("layout") ->
                layOneAtATime(repaired, method);
            case MethodModel method when method.methodName().equalsString("dispose") ->
                repaired.transformMethod(
                    method,
                    MethodTransform.transformingCode(
                        CodeTransform.ofStateful(() -> new HandBackLast(handBack))));
            default -> repaired.with(element);
          }
        });
  }

  /// Replaces `layout` by a call of a static synchronized method with the body of the original.
  ///
  /// The static method takes the object as its first parameter, so that the body finds every local
  /// variable at its former place.
  private static void layOneAtATime(ClassBuilder repaired, MethodModel original) {
    MethodTypeDesc type = original.methodTypeSymbol();
    MethodTypeDesc staticType = type.insertParameterTypes(0, LAYOUT);
    repaired.withMethodBody(
        original.methodName().stringValue(),
        type,
        original.flags().flagsMask(),
        code -> {
          code.aload(0);
          for (int i = 0; i < type.parameterCount(); i++) {
            code.loadLocal(TypeKind.from(type.parameterType(i)), code.parameterSlot(i));
          }
          code.invokestatic(LAYOUT, ONE_AT_A_TIME, staticType).return_();
        });
    repaired.withMethodBody(
        ONE_AT_A_TIME,
        staticType,
        ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNCHRONIZED,
        code ->
            code.transform(
                original.code().orElseThrow(), CodeTransform.ofStateful(ForgetStaleCopy::new)));
  }

  /// Prepends `Long stale = runUtf8.remove(run); if (stale != null) OSPango.g_free(stale)`.
  private static final class ForgetStaleCopy implements CodeTransform {
    @Override
    public void atStart(CodeBuilder code) {
      int stale = code.allocateLocal(TypeKind.REFERENCE);
      code.aload(0)
          .getfield(LAYOUT, COPIES, ConstantDescs.CD_Map)
          .aload(1)
          .invokeinterface(
              ConstantDescs.CD_Map,
              "remove",
              MethodTypeDesc.of(ConstantDescs.CD_Object, ConstantDescs.CD_Object))
          .checkcast(ConstantDescs.CD_Long)
          .astore(stale)
          .aload(stale)
          .ifThen(
              Opcode.IFNONNULL,
              free ->
                  free.aload(stale)
                      .invokevirtual(
                          ConstantDescs.CD_Long,
                          "longValue",
                          MethodTypeDesc.of(ConstantDescs.CD_long))
                      .invokestatic(
                          NATIVE,
                          "g_free",
                          MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long)));
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      code.with(element);
    }
  }

  /// Moves the leading `GlyphLayoutManager.dispose(this)` behind everything else.
  private static final class HandBackLast implements CodeTransform {
    private final InvokeInstruction handBack;
    private int instructionsSeen;

    HandBackLast(InvokeInstruction handBack) {
      this.handBack = handBack;
    }

    @Override
    public void accept(CodeBuilder code, CodeElement element) {
      if (element instanceof Instruction && instructionsSeen++ < 2) {
        return;
      }
      if (element instanceof ReturnInstruction) {
        code.aload(0).with(handBack);
      }
      code.with(element);
    }
  }

  private static List<Instruction> instructions(ClassModel model, String method) {
    List<MethodModel> found =
        model.methods().stream()
            .filter(each -> each.methodName().equalsString(method) && each.code().isPresent())
            .toList();
    require(found.size() == 1, "it has " + found.size() + " methods '" + method + "', not one");
    return found
        .getFirst()
        .code()
        .orElseThrow()
        .elementStream()
        .filter(Instruction.class::isInstance)
        .map(Instruction.class::cast)
        .toList();
  }

  private static void requireLayoutKeepsCopies(List<Instruction> layout) {
    var first =
        layout.stream()
            .filter(
                each -> each instanceof FieldInstruction field && field.name().equalsString(COPIES))
            .findFirst();
    require(first.isPresent(), "'layout' no longer uses '" + COPIES + "'");
    int at = layout.indexOf(first.orElseThrow());
    require(
        at + 2 < layout.size()
            && layout.get(at + 1) instanceof LoadInstruction run
            && run.slot() == 1
            && isCall(layout.get(at + 2), "get"),
        "'layout' does not begin with '" + COPIES + ".get(run)'");
    require(
        layout.stream().noneMatch(each -> isCall(each, "remove")),
        "'layout' already removes copies");
  }

  private static InvokeInstruction firstCallOfDispose(List<Instruction> dispose) {
    if (dispose.size() > 2
        && dispose.get(0) instanceof LoadInstruction self
        && self.slot() == 0
        && dispose.get(1) instanceof InvokeInstruction call
        && isCall(call, "dispose")
        && dispose.stream().filter(ReturnInstruction.class::isInstance).count() == 1) {
      return call;
    }
    throw different("'dispose' does not begin by handing itself back to the pool");
  }

  private static boolean isCall(Instruction instruction, String method) {
    return instruction instanceof InvokeInstruction call && call.name().equalsString(method);
  }

  private static void require(boolean asExpected, String difference) {
    if (!asExpected) {
      throw different(difference);
    }
  }

  private static IllegalStateException different(String difference) {
    return new IllegalStateException(
        "The class "
            + TARGET.resource()
            + " of this JavaFX is not the one that the text layout repair was written for: "
            + difference
            + ". See docs/decisions/0005-text-layout-repair.md for what to check.");
  }
}
