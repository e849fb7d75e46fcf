// Verifies the log in an unpacked bundle with golang.org/x/mod/sumdb alone: the signed head, every event, every proof.
//
//	go run bundle.go FOLDER 'KEY' [OLD-CHECKPOINT]
package main

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func must[T any](value T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return value
}

func hash(text string) (h tlog.Hash) {
	copy(h[:], must(base64.StdEncoding.DecodeString(text)))
	return h
}

// head gives size and root of a signed checkpoint; its first line is the name of the log.
func head(path string, verifier note.Verifier) tlog.Tree {
	opened := must(note.Open(must(os.ReadFile(path)), note.VerifierList(verifier)))
	lines := strings.Split(opened.Text, "\n")
	if lines[0] != verifier.Name() {
		log.Fatal(path, ": another log")
	}
	return tlog.Tree{N: must(strconv.ParseInt(lines[1], 10, 64)), Hash: hash(lines[2])}
}

// tiles reads the tiles of a bundle, whose paths do not tell the height of a tile.
type tiles struct{ folder string }

func (t tiles) path(tile tlog.Tile) string {
	return filepath.Join(t.folder, strings.Replace(tile.Path(), "tile/8/", "tile/", 1))
}
func (t tiles) Height() int { return 8 }
func (t tiles) ReadTiles(wanted []tlog.Tile) (all [][]byte, err error) {
	for _, tile := range wanted {
		all = append(all, must(os.ReadFile(t.path(tile))))
	}
	return all, nil
}
func (t tiles) SaveTiles([]tlog.Tile, [][]byte) {}

// event gives the bytes of an event: each stands in its tile behind its length in two bytes.
func (t tiles) event(index int64, tree tlog.Tree) []byte {
	tile := tlog.Tile{H: 8, L: -1, N: index / 256, W: 256}
	if rest := tree.N - tile.N*256; rest < 256 {
		tile.W = int(rest)
	}
	data := must(os.ReadFile(strings.Replace(t.path(tile), "data", "entries", 1)))
	for place := int64(0); place < index%256; place++ {
		data = data[2+int(data[0])<<8+int(data[1]):]
	}
	return data[2 : 2+int(data[0])<<8+int(data[1])]
}

func main() {
	folder, verifier := os.Args[1], must(note.NewVerifier(os.Args[2]))
	tree := head(filepath.Join(folder, "checkpoint"), verifier)
	reader := tiles{folder}
	hashes := tlog.TileHashReader(tree, reader)
	for index := int64(0); index < tree.N; index++ {
		logged := must(hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, index)}))[0]
		if logged != tlog.RecordHash(reader.event(index, tree)) {
			log.Fatal("event ", index, " is another one than was logged")
		}
	}
	for _, path := range must(filepath.Glob(filepath.Join(folder, "proofs", "*.tlog-proof"))) {
		proof, signed, _ := strings.Cut(string(must(os.ReadFile(path))), "\n\n")
		lines := strings.Split(proof, "\n")
		index := must(strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64))
		var beside tlog.RecordProof
		for _, line := range lines[2:] {
			beside = append(beside, hash(line))
		}
		leaf := tlog.RecordHash(reader.event(index, tree))
		if err := tlog.CheckRecord(beside, tree.N, tree.Hash, index, leaf); err != nil {
			log.Fatal(path, ": ", err)
		}
		if !bytes.Equal([]byte(signed), must(os.ReadFile(filepath.Join(folder, "checkpoint")))) {
			log.Fatal(path, ": another head")
		}
	}
	if len(os.Args) > 3 {
		old := head(os.Args[3], verifier)
		proof := must(tlog.ProveTree(tree.N, old.N, hashes))
		if err := tlog.CheckTree(proof, tree.N, tree.Hash, old.N, old.Hash); err != nil {
			log.Fatal(os.Args[3], ": ", err)
		}
	}
	fmt.Println(tree.N, "events of", verifier.Name())
}
