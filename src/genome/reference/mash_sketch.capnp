# The wire format of Mash's sketch files (Ondov et al. 2016), as far as kres reads it. Field numbers and types are
# the format's; the names are ours.
@0xdf1f8a0f6c3d2b91;

struct SketchFile {
  struct Sketch {
    sequence @0 :Text;
    quality @1 :Text;
    lengthOld @2 :UInt32;
    name @3 :Text;
    comment @4 :Text;
    hashes32 @5 :List(UInt32);
    hashes64 @6 :List(UInt64);
    length @7 :UInt64;
    counts @8 :List(UInt32);
  }
  struct SketchList {
    sketches @0 :List(Sketch);
  }
  kmerSizeOld @0 :UInt32;
  windowSize @1 :UInt32;
  sketchSize @2 :UInt32;
  concatenated @3 :Bool;
  sketchList @4 :SketchList;
  locusList @5 :AnyPointer;
  error @6 :Float32;
  noncanonical @7 :Bool;
  alphabet @8 :Text;
  preserveCase @9 :Bool;
  hashSeed @10 :UInt32 = 42;
  kmerSize @11 :UInt32;
}
