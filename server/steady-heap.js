// V8 lets its heap grow to several times what is in use before it looks for what can go. An import makes and drops a few
// objects a row for minutes; with this it looks when the heap has grown by a fifth: measured on a file of 1 GB, README's
// chapter on speed has the figures. Plain JavaScript, since the door of `npm start` runs it before anything is built.
import { setFlagsFromString } from "node:v8";

setFlagsFromString("--heap-growing-percent=20");
