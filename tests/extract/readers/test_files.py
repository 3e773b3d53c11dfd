import os
from pathlib import Path

import pytest
from trialgraph.extract.readers import find_files, read_documents
from trialgraph.ontology.errors import DocumentError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c.XML", "sub/.hidden.txt", ".git/d.txt", "picture.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("text")
    return tmp_path


def names(paths) -> list[str]:
    return [path.name for path in paths]


def test_a_folder_is_walked_in_order_and_the_unknown_told_of(folder):
    found = find_files([folder])
    assert names(found.files) == ["a.md", "b.txt", "c.XML"]
    assert [str(error) for error in found.skipped] == [
        f"{folder / 'picture.png'}: unknown kind of file .png; convert it or leave it out"
    ]


def test_patterns_and_names_each_file_once(folder):
    found = find_files([folder / "b.txt", f"{folder}/**/*.txt", f"{folder}/*.md", str(folder / "b.txt")])
    assert names(found.files) == ["b.txt", "a.md"]
    assert found.skipped == ()


def test_a_hidden_file_that_is_named_is_read(folder):
    assert names(find_files([folder / "sub" / ".hidden.txt"]).files) == [".hidden.txt"]


def test_a_name_with_the_signs_of_a_pattern_is_a_name(folder):
    (folder / "trial[1].txt").write_text("text")
    assert names(find_files([folder / "trial[1].txt"]).files) == ["trial[1].txt"]


@pytest.mark.parametrize(("path", "told"), [("missing.txt", "no such file or folder"), ("*.pdf", "no file matches")])
def test_what_is_not_there_is_told_of(folder, path, told):
    found = find_files([folder / path])
    assert found.files == ()
    assert told in str(found.skipped[0])


def test_links_out_of_the_folder_are_not_followed(folder, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (outside / "secret.txt").write_text("text")
    (folder / "file.txt").symlink_to(outside / "secret.txt")
    (folder / "folder").symlink_to(outside)
    (folder / "loop").symlink_to(folder)
    (folder / "within.txt").symlink_to(folder / "b.txt")
    found = find_files([folder])
    assert names(found.files) == ["a.md", "b.txt", "c.XML"]
    assert sum("leads out of its folder" in str(error) for error in found.skipped) == 2


def test_a_pipe_is_not_waited_for(folder):
    pipe = folder / "pipe.txt"
    os.mkfifo(pipe)
    for path in (folder, pipe):
        found = find_files([path])
        assert pipe not in found.files
        assert any("pipe.txt: not an ordinary file" in str(error) for error in found.skipped)
    with pytest.raises(DocumentError, match="not an ordinary file"):
        read_documents(pipe)


def test_a_folder_without_permission_is_told_of(folder, monkeypatch):
    listed = Path.iterdir

    def refuse(path):
        if path.name == "sub":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    found = find_files([folder])
    assert names(found.files) == ["a.md", "b.txt"]
    assert any("no permission" in str(error) for error in found.skipped)
